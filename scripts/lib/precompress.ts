import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Compresses a site on another thread. */
export interface Precompressor {
  /** Writes `.br` and `.gz` beside every text file worth it; resolves to the number of those files. */
  finish(): Promise<number>;
  /** Gives up. */
  close(): Promise<void>;
}

/**
 * Compresses the text files of a site, so that no request pays for it. It begins with what is already there, and
 * may be started while the site is still being drawn: what counts is how the files are at the end.
 */
export function startPrecompress(options: {
  readonly siteFolder: string;
  /** The site as it was built before, if it was. */
  readonly earlierSite: string;
  /** Keeps what was compressed for the next build. */
  readonly packPath: string;
}): Precompressor {
  const worker = new Worker(new URL('precompress-worker.ts', import.meta.url), { workerData: options });
  const result = once(worker, 'message') as Promise<[number]>;
  result.catch(() => undefined);
  return {
    async finish() {
      worker.postMessage('finish');
      try {
        const [count] = await result;
        return count;
      } finally {
        await worker.terminate();
      }
    },
    async close() {
      await worker.terminate();
    },
  };
}
