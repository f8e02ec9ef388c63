import { hash } from 'node:crypto';
import { linkSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { brotliCompressSync, constants, gzipSync, type BrotliOptions, type ZlibOptions } from 'node:zlib';
import { listFiles } from './list-files.ts';
import type { Pack } from './open-pack.ts';

/** Compresses its share of a folder's text files. */
export interface Compressor {
  /**
   * Compresses files that are there and were not seen before, until it is told to stop; writes nothing. A file that
   * is only half written does no harm.
   */
  lookAhead(folder: string, signal: AbortSignal): Promise<void>;
  /**
   * Writes `.br` and `.gz` beside every text file that is worth it; resolves to their count. What is the same in
   * `earlier`, the folder as it was built before, becomes a link to it, which takes a fraction of a new file's time.
   */
  writeAll(folder: string, earlier: string): Promise<number>;
}

const TEXT_FILE = /\.(?:html|css|js|mjs|svg|xml|json|txt|webmanifest)$/;
/** Below it the headers cost more than compression saves. */
const MIN_BYTES = 1024;
const GZIP: ZlibOptions = { level: constants.Z_BEST_COMPRESSION };
const QUICK_QUALITY = 8;
/** Code, styles and drawings with a hash in their name; the data of a large site, such as its search index, is not. */
const LASTING_FILE = /[/\\]_astro[/\\][^/\\]+\.(?:css|js|mjs|svg)$/;

/**
 * A compressor that takes from `pack` what was compressed before.
 *
 * Code and styles are few and stay for a year: they get the best there is. Of others there are many: level 8 takes a
 * fortieth of the last level's time for 8 % more bytes, so little that handing a file to a thread would take
 * longer.
 */
export function createCompressor(options: {
  readonly pack: Pack;
  readonly share: number;
  readonly shares: number;
}): Compressor {
  const { pack, share, shares } = options;
  const seen = new Set<string>();

  /** By name, so that a file is in the same share, and the same pack, at the next build. */
  async function ownFiles(folder: string): Promise<string[]> {
    const paths = await listFiles(folder);
    return paths.filter((path) => TEXT_FILE.test(path) && shareOf(relative(folder, path)) === share);
  }

  function shareOf(name: string): number {
    return hash('sha256', name, 'buffer').readUInt32LE() % shares;
  }

  function kept(key: string, compress: () => Buffer): Buffer {
    const earlier = pack.get(key);
    if (earlier) return earlier;
    // A copy: zlib's own keeps a whole chunk of memory alive, and a thousand chunks take longer to get than to fill.
    const compressed = Buffer.from(compress());
    pack.set(key, compressed);
    return compressed;
  }

  function compress({ digest, contents, quality }: TextFile): Compressed {
    return {
      brotli: kept(`brotli-${quality} ${digest}`, () =>
        brotliCompressSync(contents, brotliOptions(contents, quality)),
      ),
      gzipped: kept(`gzip ${digest}`, () => gzipSync(contents, GZIP)),
    };
  }

  return {
    async lookAhead(folder, signal) {
      const paths = await ownFiles(folder).catch(() => []);
      for (const path of paths.filter((each) => !seen.has(each))) {
        if (signal.aborted) return;
        seen.add(path);
        try {
          const file = readTextFile(path);
          if (file) compress(file);
        } catch (error) {
          if (!isGone(error)) throw error;
        }
        // Lets the process hear that the site is drawn.
        await setImmediate();
      }
    },
    async writeAll(folder, earlier) {
      let count = 0;
      for (const path of await ownFiles(folder)) {
        const file = readTextFile(path);
        if (!file) continue;
        const { brotli, gzipped } = compress(file);
        const earlierPath = join(earlier, relative(folder, path));
        for (const [end, compressed] of [
          ['.br', brotli],
          ['.gz', gzipped],
        ] as const) {
          if (compressed.length >= file.contents.length) continue;
          put(path + end, { contents: compressed, earlierPath: earlierPath + end });
        }
        count += 1;
      }
      await pack.save();
      return count;
    },
  };
}

/** A file may be taken away again before the site is whole. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

interface TextFile {
  readonly path: string;
  readonly contents: Buffer;
  readonly digest: string;
  /** Of Brotli. */
  readonly quality: number;
}

interface Compressed {
  readonly brotli: Buffer;
  readonly gzipped: Buffer;
}

/** Undefined when it is too small. */
function readTextFile(path: string): TextFile | undefined {
  const contents = readFileSync(path);
  if (contents.length < MIN_BYTES) return undefined;
  const quality = LASTING_FILE.test(path) ? constants.BROTLI_MAX_QUALITY : QUICK_QUALITY;
  return { path, contents, digest: hash('sha256', contents), quality };
}

function brotliOptions(contents: Buffer, quality: number): BrotliOptions {
  return {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: contents.length,
      // A larger window takes longer to set up than it takes to compress a page.
      [constants.BROTLI_PARAM_LGWIN]: 18,
    },
  };
}

function put(path: string, { contents, earlierPath }: { contents: Buffer; earlierPath: string }): void {
  try {
    if (readFileSync(earlierPath).equals(contents)) return linkSync(earlierPath, path);
  } catch {
    // There is none, or it is on another disk.
  }
  writeFileSync(path, contents);
}
