import { hash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  brotliCompress,
  brotliCompressSync,
  constants,
  gzipSync,
  type BrotliOptions,
  type ZlibOptions,
} from 'node:zlib';
import { listFiles } from './list-files.ts';
import { mapLimit } from './map-limit.ts';
import type { Pack } from './open-pack.ts';

/** Compresses the text files of a folder. */
export interface Compressor {
  /**
   * Compresses pages that are there and were not seen before, until it is told to stop; writes nothing. A page that
   * is only half written does no harm.
   */
  lookAhead(folder: string, signal: AbortSignal): Promise<void>;
  /** Writes `.br` and `.gz` beside every text file that is worth it; resolves to their count. */
  writeAll(folder: string): Promise<number>;
}

const TEXT_FILE = /\.(?:html|css|js|mjs|svg|xml|json|txt|webmanifest)$/;
/** Below it the headers cost more than compression saves. */
const MIN_BYTES = 1024;
const GZIP: ZlibOptions = { level: constants.Z_BEST_COMPRESSION };
const QUICK_QUALITY = 8;
/** Code, styles and drawings with a hash in their name; the data of a large site, such as its search index, is not. */
const LASTING_FILE = /[/\\]_astro[/\\][^/\\]+\.(?:css|js|mjs|svg)$/;
/** zlib works on four threads. */
const AT_A_TIME = 4;

/**
 * A compressor that takes from `pack` what was compressed before.
 *
 * Code and styles are few and stay for a year: they get the best there is, on several threads. Of others there are
 * many: level 8 takes a fortieth of the last level's time for 8 % more bytes, so little that
 * handing a page to another thread would take longer.
 */
export function createCompressor(pack: Pack): Compressor {
  const seen = new Set<string>();

  function kept(key: string, compress: () => Buffer): Buffer {
    const earlier = pack.get(key);
    if (earlier) return earlier;
    const compressed = compress();
    pack.set(key, compressed);
    return compressed;
  }

  function gzipOf({ digest, contents }: TextFile): Buffer {
    return kept(`gzip ${digest}`, () => gzipSync(contents, GZIP));
  }

  function quickBrotliOf({ digest, contents }: TextFile): Buffer {
    return kept(`brotli-${QUICK_QUALITY} ${digest}`, () =>
      brotliCompressSync(contents, brotliOptions(contents, QUICK_QUALITY)),
    );
  }

  async function bestBrotliOf({ digest, contents }: TextFile): Promise<Buffer> {
    const key = `brotli ${digest}`;
    const options = brotliOptions(contents, constants.BROTLI_MAX_QUALITY);
    const compressed = pack.get(key) ?? (await promisify(brotliCompress)(contents, options));
    return kept(key, () => compressed);
  }

  return {
    async lookAhead(folder, signal) {
      const paths = await listFiles(folder).catch(() => []);
      for (const path of paths.filter((each) => isPage(each) && !seen.has(each))) {
        if (signal.aborted) return;
        seen.add(path);
        const page = existsSync(path) && readTextFile(path);
        if (!page) continue;
        gzipOf(page);
        quickBrotliOf(page);
        // Lets the thread hear that the site is drawn.
        await setImmediate();
      }
    },
    async writeAll(folder) {
      const paths = (await listFiles(folder)).filter((path) => TEXT_FILE.test(path));
      const lasting = paths.filter(isLasting).flatMap((path) => readTextFile(path) ?? []);
      const lastingDone = mapLimit(lasting, {
        limit: AT_A_TIME,
        map: async (file) => writeBoth(file, { brotli: await bestBrotliOf(file), gzip: gzipOf(file) }),
      });
      let count = lasting.length;
      for (const path of paths.filter((each) => !isLasting(each))) {
        const file = readTextFile(path);
        if (!file) continue;
        writeBoth(file, { brotli: quickBrotliOf(file), gzip: gzipOf(file) });
        count += 1;
      }
      await lastingDone;
      await pack.save();
      return count;
    },
  };
}

interface TextFile {
  readonly path: string;
  readonly contents: Buffer;
  readonly digest: string;
}

function isPage(path: string): boolean {
  return path.endsWith('.html');
}

function isLasting(path: string): boolean {
  return LASTING_FILE.test(path);
}

/** Undefined when it is too small. */
function readTextFile(path: string): TextFile | undefined {
  const contents = readFileSync(path);
  if (contents.length < MIN_BYTES) return undefined;
  return { path, contents, digest: hash('sha256', contents) };
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

function writeBoth(
  { path, contents }: TextFile,
  { brotli, gzip }: { readonly brotli: Buffer; readonly gzip: Buffer },
): void {
  if (brotli.length < contents.length) writeFileSync(`${path}.br`, brotli);
  if (gzip.length < contents.length) writeFileSync(`${path}.gz`, gzip);
}
