import { openFileCache } from '../open-file-cache.ts';
import { createShareArtist } from './create-share-artist.ts';
import type { ShareCard } from './share-card.ts';

export interface ShareJob {
  readonly key: string;
  readonly card: ShareCard;
}

/** What both shapes of a card are kept under. */
export function shareFile(key: string, shape: 'wide' | 'square'): string {
  return `${key}.${shape}.jpg`;
}

/** Draws cards one after the other, and keeps them in the cache. */
export async function drawSharePictures(options: {
  readonly jobs: readonly ShareJob[];
  readonly cacheFolder: string;
  readonly maxBytes: number;
}): Promise<void> {
  const { jobs, cacheFolder, maxBytes } = options;
  const cache = openFileCache({ folder: cacheFolder, maxBytes });
  const artist = await createShareArtist();
  for (const { key, card } of jobs) {
    const { wide, square } = await artist.draw(card);
    // The wide one last: where it is, both are.
    await cache.keep(shareFile(key, 'square'), square);
    await cache.keep(shareFile(key, 'wide'), wide);
  }
}
