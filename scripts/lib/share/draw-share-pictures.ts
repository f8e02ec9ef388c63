import { openFileCache } from '../open-file-cache.ts';
import { createShareArtist } from './create-share-artist.ts';
import { shareFile, type ShareJob } from './share-file.ts';

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
