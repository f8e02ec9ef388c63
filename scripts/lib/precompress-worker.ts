import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { createCompressor } from './create-compressor.ts';
import { openPack } from './open-pack.ts';
import type { startPrecompress } from './precompress.ts';

// The thread of `startPrecompress`; any message says that the site is drawn.

/** Between two looks at what was drawn since; in a large site a look takes a fifth of that. */
const PAUSE_MS = 400;

const { siteFolder, earlierSite, packPath } = workerData as Parameters<typeof startPrecompress>[0];
const drawn = new AbortController();
parentPort?.once('message', () => drawn.abort());
const compressor = createCompressor(await openPack(packPath));
while (!drawn.signal.aborted) {
  await compressor.lookAhead(siteFolder, drawn.signal);
  await setTimeout(PAUSE_MS, undefined, { signal: drawn.signal }).catch(() => undefined);
}
parentPort?.postMessage(await compressor.writeAll(siteFolder, earlierSite));
