import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, median, printTable } from './lib/report.ts';

/**
 * A 50 MB file through `GET /d/<token>` against the same bytes in clear from a bare Node handler. Stated:
 * megabytes per second, and how far the server's peak memory rises above its resting memory.
 */
const FILE_MB = 50;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);

interface Sample {
  readonly mbPerSecond: number;
  readonly peakRiseMb: number;
}

const folder = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
try {
  const bare = await measure('clear');
  const ours = await measure('sealed');
  printTable(`download of ${FILE_MB} MB`, [
    compare('MB/s', ours.mbPerSecond, bare.mbPerSecond),
    compare('peak rise MB', ours.peakRiseMb, bare.peakRiseMb),
  ]);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(side: 'clear' | 'sealed'): Promise<Sample> {
  const server = fork(join(import.meta.dirname, 'download-server.ts'), [side, folder, String(FILE_MB)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    const [{ url, restRssKib }] = (await once(server, 'message')) as [{ url: string; restRssKib: number }];
    const speeds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) speeds.push(await download(url));
    server.send('usage');
    const [{ peakRssKib }] = (await once(server, 'message')) as [{ peakRssKib: number }];
    return { mbPerSecond: median(speeds), peakRiseMb: (peakRssKib - restRssKib) / 1024 };
  } finally {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }
}

async function download(url: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(url);
  let bytes = 0;
  for await (const chunk of response.body ?? []) bytes += chunk.byteLength;
  if (bytes !== FILE_MB << 20)
    throw new Error(`expected ${FILE_MB << 20} bytes, got ${bytes} (${response.status})`);
  return FILE_MB / ((performance.now() - started) / 1000);
}
