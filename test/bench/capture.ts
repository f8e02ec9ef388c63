import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSample, measureServer, type Sample } from './lib/measure-server.ts';
import { compare, median, printTable } from './lib/report.ts';

/**
 * Capture with everything on against the bare handler of `capture-bare.ts`: the same server library, the same
 * disk, turn by turn, so that the machine's mood hits both, and both warmed up alike, so that compiled code is
 * compared. Goals: 50 connections ≥ 3× the requests per second and p99 no worse; one connection ≥ 0.6×.
 */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5);
const MANY_CONNECTIONS = 50;
const SIDES = { bare: 'capture-bare.ts', gatehouse: 'capture-gatehouse.ts' } as const;

const folder = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
try {
  const env = await buildSample(folder);
  for (const connections of [MANY_CONNECTIONS, 1]) {
    const samples: Record<keyof typeof SIDES, Sample[]> = { bare: [], gatehouse: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const side of ['bare', 'gatehouse'] as const) {
        const sample = await measureServer({
          server: SIDES[side],
          data: join(folder, `${side}-${connections}-${round}`),
          env,
          path: '/api/register',
          load: 'load.ts',
          connections,
          seconds: SECONDS,
        });
        samples[side].push(sample);
      }
    }
    report(connections, samples);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
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
