import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROWSER_AGENT } from '../support/browser-agent.ts';
import { buildSample, measureServer, type Sample } from './lib/measure-server.ts';
import { compare, median, printTable } from './lib/report.ts';

/**
 * What visitors do after they registered, ten events a batch, against the bare handler of `events-bare.ts`: one
 * transaction a request, of the same rows. Goal with 50 connections: ≥ 3× the requests per second.
 */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5);
const CONNECTIONS = 50;
const VISITORS = 2000;
const SIDES = { bare: 'events-bare.ts', gatehouse: 'capture-gatehouse.ts' } as const;

const folder = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
try {
  const env = await buildSample(folder);
  const samples: Record<keyof typeof SIDES, Sample[]> = { bare: [], gatehouse: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const side of ['bare', 'gatehouse'] as const) {
      const sample = await measureServer({
        server: SIDES[side],
        data: join(folder, `${side}-${round}`),
        env,
        path: '/api/events',
        load: 'load-events.ts',
        prepare: async (origin) => [await registerMany(origin, join(folder, `${side}-${round}.json`))],
        connections: CONNECTIONS,
        seconds: SECONDS,
      });
      samples[side].push(sample);
    }
  }
  report(samples);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Writes the tokens of new visitors into a file, and answers its name. */
async function registerMany(origin: string, file: string): Promise<string> {
  const visitors = await Promise.all(Array.from({ length: VISITORS }, () => registerOne(origin)));
  await writeFile(file, JSON.stringify(visitors));
  return file;
}

async function registerOne(origin: string): Promise<string> {
  const key = randomUUID();
  const response = await fetch(`${origin}/api/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': BROWSER_AGENT, origin },
    body: JSON.stringify({
      form: 'whitepaper',
      entry: 'whitepapers/inline-gauging',
      locale: 'zh',
      key,
      elapsedMs: 9000,
      answers: { name: '王小明', email: `${key}@factory.example`, company: '远东精密制造' },
      consents: { privacy: true },
    }),
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return ((await response.json()) as { visitor: string }).visitor;
}

function report({ bare, gatehouse }: Record<keyof typeof SIDES, Sample[]>): void {
  const of = (samples: Sample[], key: keyof Sample) => median(samples.map((sample) => sample[key]));
  printTable(`events, ${CONNECTIONS} connections, 10 events a batch`, [
    compare('batches/s', of(gatehouse, 'perSecond'), of(bare, 'perSecond'), '≥ 3'),
    compare('mean ms', of(gatehouse, 'meanMs'), of(bare, 'meanMs')),
    compare('p99 ms', of(gatehouse, 'p99Ms'), of(bare, 'p99Ms')),
    compare('CPU ms/batch', of(gatehouse, 'cpuMsPerRequest'), of(bare, 'cpuMsPerRequest')),
    compare('CPU of the load', of(gatehouse, 'loadCpuMsPerRequest'), of(bare, 'loadCpuMsPerRequest')),
  ]);
}
