import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** Compresses a site beside what else goes on. */
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

/** What one process is told; `share` counts from 0 up to `shares`. */
export interface PrecompressShare extends PrecompressOptions {
  readonly share: number;
  readonly shares: number;
}

/** The disk sets a bound, too. */
const MAX_PROCESSES = 4;

/**
 * Compresses the text files of a site, so that no request pays for it. It begins with what is already there, and
 * may be started while the site is still being drawn: what counts is how the files are at the end.
 */
export function startPrecompress(options: PrecompressOptions): Precompressor {
  const shares = Math.min(availableParallelism(), MAX_PROCESSES);
  const processes = Array.from({ length: shares }, (_, share) => startShare({ ...options, share, shares }));
  async function close(): Promise<void> {
    await Promise.all(processes.map(({ stop }) => stop()));
  }
  return {
    async finish() {
      for (const { child } of processes) child.send('finish');
      try {
        const counts = await Promise.all(processes.map(({ result }) => result));
        return counts.reduce((sum, count) => sum + count, 0);
      } finally {
        await close();
      }
    },
    close,
  };
}

interface ShareProcess {
  readonly child: ChildProcess;
  readonly result: Promise<number>;
  stop(): Promise<void>;
}

function startShare(share: PrecompressShare): ShareProcess {
  const child = fork(join(import.meta.dirname, 'precompress-process.ts'));
  const gone = once(child, 'exit');
  const counted = once(child, 'message').then(([count]) => count as number);
  const result = Promise.race([counted, gone.then(failed)]);
  result.catch(() => undefined);
  child.send(share);
  return {
    child,
    result,
    async stop() {
      child.kill();
      await gone;
    },
  };
}

function failed(): never {
  throw new Error('a process that compresses the site ended before its work was done; see its error above');
}
