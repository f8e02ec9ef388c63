import { hash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  brotliCompress,
  brotliCompressSync,
  constants,
  gzip,
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
/** zlib works on four threads; some are read and written in the meantime. */
const AT_A_TIME = 8;

/**
 * A compressor that takes from `pack` what was compressed before.
 *
 * Code and styles are few and stay for a year: they get the best there is. Of others there are many: level 8 takes a
 * fortieth of the last level's time for 8 % more bytes.
 */
export function createCompressor(pack: Pack): Compressor {
  const seen = new Set<string>();

  async function compress(file: TextFile): Promise<Compressed> {
    const { contents } = file;
    const [brotli, gzipped] = await Promise.all([
      kept(keysOf(file).brotli, () => promisify(brotliCompress)(contents, brotliOptions(file))),
      kept(keysOf(file).gzip, () => promisify(gzip)(contents, GZIP)),
    ]);
    return { brotli, gzipped };
  }

  async function kept(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const earlier = pack.get(key);
    if (earlier) return earlier;
    const made = await make();
    pack.set(key, made);
    return made;
  }

  function compressAhead(file: TextFile): void {
    const { contents } = file;
    const keys = keysOf(file);
    if (!pack.get(keys.brotli)) pack.set(keys.brotli, brotliCompressSync(contents, brotliOptions(file)));
    if (!pack.get(keys.gzip)) pack.set(keys.gzip, gzipSync(contents, GZIP));
  }

  return {
    async lookAhead(folder, signal) {
      const paths = await listFiles(folder).catch(() => []);
      for (const path of paths.filter((each) => isPage(each) && !seen.has(each))) {
        if (signal.aborted) return;
        seen.add(path);
        const page = existsSync(path) && readTextFile(path);
        if (!page) continue;
        compressAhead(page);
        // Lets the thread hear that the site is drawn.
        await setImmediate();
      }
    },
    async writeAll(folder) {
      const paths = (await listFiles(folder)).filter((path) => TEXT_FILE.test(path));
      const written = await mapLimit(paths, {
        limit: AT_A_TIME,
        map: async (path) => {
          const file = readTextFile(path);
          if (file) writeBoth(file, await compress(file));
          return file !== undefined;
        },
      });
      await pack.save();
      return written.filter(Boolean).length;
    },
  };
}

interface Compressed {
  readonly brotli: Buffer;
  readonly gzipped: Buffer;
}

function keysOf({ digest, quality }: TextFile): { brotli: string; gzip: string } {
  return { brotli: `brotli-${quality} ${digest}`, gzip: `gzip ${digest}` };
}

interface TextFile {
  readonly path: string;
  readonly contents: Buffer;
  readonly digest: string;
  /** Of Brotli. */
  readonly quality: number;
}

function isPage(path: string): boolean {
  return path.endsWith('.html');
}

/** Undefined when it is too small. */
function readTextFile(path: string): TextFile | undefined {
  const contents = readFileSync(path);
  if (contents.length < MIN_BYTES) return undefined;
  const quality = LASTING_FILE.test(path) ? constants.BROTLI_MAX_QUALITY : QUICK_QUALITY;
  return { path, contents, digest: hash('sha256', contents), quality };
}

function brotliOptions({ contents, quality }: TextFile): BrotliOptions {
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

function writeBoth({ path, contents }: TextFile, { brotli, gzipped }: Compressed): void {
  if (brotli.length < contents.length) writeFileSync(`${path}.br`, brotli);
  if (gzipped.length < contents.length) writeFileSync(`${path}.gz`, gzipped);
}
