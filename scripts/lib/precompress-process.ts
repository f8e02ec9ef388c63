import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createCompressor } from './create-compressor.ts';
import { openPack } from './open-pack.ts';
import type { PrecompressShare } from './precompress.ts';

// A process of `startPrecompress`; its second message says that the site is drawn.

/** Between two looks at what was drawn since; in a large site a look takes a fifth of that. */
const PAUSE_MS = 400;

process.once('disconnect', () => process.exit());
process.once('message', (options) => void compress(options as PrecompressShare));

async function compress(options: PrecompressShare): Promise<void> {
  const { siteFolder, earlierSite, packFolder, share, shares } = options;
  const drawn = new AbortController();
  process.once('message', () => drawn.abort());
  const pack = await openPack(join(packFolder, `compressed-${share}.pack`));
  const compressor = createCompressor({ pack, share, shares });
  while (!drawn.signal.aborted) {
    await compressor.lookAhead(siteFolder, drawn.signal);
    await setTimeout(PAUSE_MS, undefined, { signal: drawn.signal }).catch(() => undefined);
  }
  process.send?.(await compressor.writeAll(siteFolder, earlierSite));
}
