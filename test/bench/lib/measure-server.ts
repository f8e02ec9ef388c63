import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generateKeys } from '../../../edge/core/generate-keys.ts';
import { runScript } from '../../support/run-script.ts';
import type { BenchReport } from './bench-server.ts';

export interface Sample {
  readonly perSecond: number;
  readonly meanMs: number;
  readonly p99Ms: number;
  readonly cpuMsPerRequest: number;
  /** Of the load itself: it shares the machine's cores. */
  readonly loadCpuMsPerRequest: number;
}

export interface Measurement {
  /** Of `test/bench`, as is `load`. */
  readonly server: string;
  /** Where the server keeps its data: new for each measurement. */
  readonly data: string;
  readonly env: Readonly<Record<string, string>>;
  readonly path: string;
  readonly load: string;
  /** What the load needs to know of the server; runs before anything is measured. */
  readonly prepare?: (origin: string) => Promise<readonly string[]>;
  readonly connections: number;
  readonly seconds: number;
}

const WARM_UP_SECONDS = 3;
const WARM_UP_CONNECTIONS = 50;

/** Builds the sample site under keys of its own; every server under test gets them, with a new pool. */
export async function buildSample(folder: string): Promise<Record<string, string>> {
  const { keys, indexKey } = generateKeys();
  const env = { GATEHOUSE_KEYS: keys, GATEHOUSE_INDEX_KEY: indexKey, GATEHOUSE_OUT: join(folder, 'dist') };
  await runScript('build.ts', { env });
  return env;
}

/** Starts a server, warms it up, measures one burst, and ends it. */
export async function measureServer(measurement: Measurement): Promise<Sample> {
  const { data, env, path, load, prepare, connections, seconds } = measurement;
  const server = fork(join(BENCHES, measurement.server), [data], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    const ready = await nextReport(server);
    if (!('ready' in ready)) throw new Error('the server under test did not start');
    const origin = `http://127.0.0.1:${ready.ready}`;
    const more = (await prepare?.(origin)) ?? [];
    const drive = (by: number, during: number) =>
      runLoad(load, [origin + path, `${by}`, `${during}`, ...more]);
    await drive(WARM_UP_CONNECTIONS, WARM_UP_SECONDS);
    await drive(connections, 1);
    const before = await usage(server);
    const result = await drive(connections, seconds);
    const after = await usage(server);
    return { ...result, cpuMsPerRequest: (after - before) / 1000 / result.requests };
  } finally {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }
}

const BENCHES = join(import.meta.dirname, '..');

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

async function runLoad(load: string, args: readonly string[]) {
  const { stdout } = await promisify(execFile)(process.execPath, [join(BENCHES, load), ...args]);
  return JSON.parse(stdout) as Omit<Sample, 'cpuMsPerRequest'> & { readonly requests: number };
}
