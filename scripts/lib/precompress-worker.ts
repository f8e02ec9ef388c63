import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { createCompressor } from './create-compressor.ts';
import { openPack } from './open-pack.ts';
import type { PrecompressShare } from './precompress.ts';

// A thread of `startPrecompress`; any message says that the site is drawn.

/** Between two looks at what was drawn since; in a large site a look takes a fifth of that. */
const PAUSE_MS = 400;

const { siteFolder, earlierSite, packFolder, share, shares } = workerData as PrecompressShare;
const drawn = new AbortController();
parentPort?.once('message', () => drawn.abort());
const pack = await openPack(join(packFolder, `compressed-${share}.pack`));
const compressor = createCompressor({ pack, share, shares });
while (!drawn.signal.aborted) {
  await compressor.lookAhead(siteFolder, drawn.signal);
  await setTimeout(PAUSE_MS, undefined, { signal: drawn.signal }).catch(() => undefined);
}
parentPort?.postMessage(await compressor.writeAll(siteFolder, earlierSite));
