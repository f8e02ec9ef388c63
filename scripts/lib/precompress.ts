import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Compresses a site on other threads. */
export interface Precompressor {
  /** Writes `.br` and `.gz` beside every text file worth it; resolves to the number of those files. */
  finish(): Promise<number>;
  /** Gives up. */
  close(): Promise<void>;
}

export interface PrecompressOptions {
  readonly siteFolder: string;
  /** The site as it was built before, if it was. */
  readonly earlierSite: string;
  /** Keeps what was compressed for the next build. */
  readonly packFolder: string;
}

/** What one thread is started with; `share` counts from 0 up to `shares`. */
export interface PrecompressShare extends PrecompressOptions {
  readonly share: number;
  readonly shares: number;
}

/** The disk sets a bound, too. */
const MAX_THREADS = 4;

/**
 * Compresses the text files of a site, so that no request pays for it. It begins with what is already there, and
 * may be started while the site is still being drawn: what counts is how the files are at the end.
 */
export function startPrecompress(options: PrecompressOptions): Precompressor {
  const shares = Math.min(availableParallelism(), MAX_THREADS);
  const workers = Array.from({ length: shares }, (_, share) => {
    const workerData: PrecompressShare = { ...options, share, shares };
    return new Worker(new URL('precompress-worker.ts', import.meta.url), { workerData });
  });
  const results = Promise.all(workers.map(async (worker) => (await once(worker, 'message')) as [number]));
  results.catch(() => undefined);
  async function close(): Promise<void> {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return {
    async finish() {
      for (const worker of workers) worker.postMessage('finish');
      try {
        return (await results).reduce((sum, [count]) => sum + count, 0);
      } finally {
        await close();
      }
    },
    close,
  };
}
