import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generateKeys } from '../../edge/core/generate-keys.ts';
import { runScript } from '../support/run-script.ts';
import type { BenchReport } from './lib/bench-server.ts';
import { compare, median, printTable } from './lib/report.ts';

/**
 * Capture with everything on against the bare handler of `capture-bare.ts`: the same server library, the same
 * disk, turn by turn, so that the machine's mood hits both, and both warmed up alike, so that compiled code is
 * compared. Goals: 50 connections ≥ 3× the requests per second and p99 no worse; one connection ≥ 0.6×.
 */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5);
const WARM_UP_SECONDS = 3;
const MANY_CONNECTIONS = 50;
const SIDES = { bare: 'capture-bare.ts', gatehouse: 'capture-gatehouse.ts' } as const;

interface Sample {
  readonly perSecond: number;
  readonly meanMs: number;
  readonly p99Ms: number;
  readonly cpuMsPerRequest: number;
  /** Of the load itself: it shares the machine's cores. */
  readonly loadCpuMsPerRequest: number;
}

const folder = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
try {
  const env = await buildSample();
  for (const connections of [MANY_CONNECTIONS, 1]) {
    const samples: Record<keyof typeof SIDES, Sample[]> = { bare: [], gatehouse: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const side of ['bare', 'gatehouse'] as const) {
        samples[side].push(await measure(side, { connections, round, env }));
      }
    }
    report(connections, samples);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Builds the sample site under keys of its own; every round's server gets them, with a new pool. */
async function buildSample(): Promise<Record<string, string>> {
  const { keys, indexKey } = generateKeys();
  const env = {
    GATEHOUSE_KEYS: keys,
    GATEHOUSE_INDEX_KEY: indexKey,
    GATEHOUSE_OUT: join(folder, 'dist'),
  };
  await runScript('build.ts', { env });
  return env;
}

async function measure(
  side: keyof typeof SIDES,
  { connections, round, env }: { connections: number; round: number; env: Record<string, string> },
): Promise<Sample> {
  const data = join(folder, `${side}-${connections}-${round}`);
  const server = fork(join(import.meta.dirname, SIDES[side]), [data], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    const ready = await nextReport(server);
    if (!('ready' in ready)) throw new Error('the server under test did not start');
    const url = `http://127.0.0.1:${ready.ready}/api/register`;
    await load(url, MANY_CONNECTIONS, WARM_UP_SECONDS);
    await load(url, connections, 1);
    const before = await usage(server);
    const result = await load(url, connections, SECONDS);
    const after = await usage(server);
    return { ...result, cpuMsPerRequest: (after - before) / 1000 / result.requests };
  } finally {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }
}

async function nextReport(server: ChildProcess): Promise<BenchReport> {
  const [message] = (await Promise.race([
    once(server, 'message'),
    once(server, 'exit').then(() => [{ cpuMicros: 0, peakRssKib: 0 }]),
  ])) as [BenchReport];
  return message;
}

async function usage(server: ChildProcess): Promise<number> {
  server.send('usage');
  const report = await nextReport(server);
  if (!('cpuMicros' in report)) throw new Error('the server under test did not report its CPU time');
  return report.cpuMicros;
}

async function load(url: string, connections: number, seconds: number) {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'load.ts'),
    url,
    String(connections),
    String(seconds),
  ]);
  return JSON.parse(stdout) as Omit<Sample, 'cpuMsPerRequest'> & { readonly requests: number };
}

function report(connections: number, { bare, gatehouse }: Record<keyof typeof SIDES, Sample[]>): void {
  const of = (samples: Sample[], key: keyof Sample) => median(samples.map((sample) => sample[key]));
  printTable(`capture, ${connections} connection${connections === 1 ? '' : 's'}`, [
    compare(
      'requests/s',
      of(gatehouse, 'perSecond'),
      of(bare, 'perSecond'),
      connections === 1 ? '≥ 0.6' : '≥ 3',
    ),
    compare('mean ms', of(gatehouse, 'meanMs'), of(bare, 'meanMs')),
    compare('p99 ms', of(gatehouse, 'p99Ms'), of(bare, 'p99Ms'), connections === 1 ? undefined : '≤ 1'),
    compare('CPU ms/request', of(gatehouse, 'cpuMsPerRequest'), of(bare, 'cpuMsPerRequest')),
    compare('CPU of the load', of(gatehouse, 'loadCpuMsPerRequest'), of(bare, 'loadCpuMsPerRequest')),
  ]);
}
