import { readFileSync, writeFileSync } from 'node:fs';
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

const TEXT_FILE = /\.(?:html|css|js|mjs|svg|xml|json|txt|webmanifest)$/;
/** Below it the headers cost more than compression saves. */
const MIN_BYTES = 1024;
const GZIP: ZlibOptions = { level: constants.Z_BEST_COMPRESSION };
/** zlib works on four threads. */
const AT_A_TIME = 4;

/**
 * Writes `.br` and `.gz` beside every text file, so that no request pays for compression. Resolves to the count.
 *
 * Files with a hash in their name are few and stay for a year: they get the best there is, on several threads. Of
 * pages there are many: level 8 takes a fortieth of the last level's time for 8 % more bytes, so little that
 * handing a page to another thread would take longer.
 */
export async function precompress(siteFolder: string): Promise<number> {
  const files = (await listFiles(siteFolder))
    .filter((path) => TEXT_FILE.test(path))
    .map((path) => ({ path, contents: readFileSync(path) }))
    .filter(({ contents }) => contents.length >= MIN_BYTES);
  const [pages, assets] = [true, false].map((isPage) =>
    files.filter(({ path }) => path.endsWith('.html') === isPage),
  );
  const assetsDone = mapLimit(assets!, { limit: AT_A_TIME, map: compressAsset });
  for (const { path, contents } of pages!) {
    writeBoth(path, { contents, brotli: brotliCompressSync(contents, brotliOptions(contents, 8)) });
  }
  await assetsDone;
  return files.length;
}

interface TextFile {
  readonly path: string;
  readonly contents: Buffer;
}

async function compressAsset({ path, contents }: TextFile): Promise<void> {
  const options = brotliOptions(contents, constants.BROTLI_MAX_QUALITY);
  writeBoth(path, { contents, brotli: await promisify(brotliCompress)(contents, options) });
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
  path: string,
  { contents, brotli }: { readonly contents: Buffer; readonly brotli: Buffer },
): void {
  const gzipped = gzipSync(contents, GZIP);
  if (brotli.length < contents.length) writeFileSync(`${path}.br`, brotli);
  if (gzipped.length < contents.length) writeFileSync(`${path}.gz`, gzipped);
}
