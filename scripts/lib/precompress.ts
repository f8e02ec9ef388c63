import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { listFiles } from './list-files.ts';
import { mapLimit } from './map-limit.ts';

const TEXT_FILE = /\.(?:html|css|js|mjs|svg|xml|json|txt|webmanifest)$/;
/** Below it the headers cost more than compression saves. */
const MIN_BYTES = 1024;
/** zlib works on four threads, and files are read and written meanwhile. */
const AT_A_TIME = 16;
/**
 * Files with a hash in their name are few and stay for a year: the best there is. Of pages there are many: level 8
 * takes a fortieth of the last level's time and a twentieth of level 9's, for 8 % and 0.2 % more bytes.
 */
const BROTLI_QUALITY = { asset: constants.BROTLI_MAX_QUALITY, page: 8 };

/** Writes `.br` and `.gz` beside every text file, so that no request pays for compression. Resolves to the count. */
export async function precompress(siteFolder: string): Promise<number> {
  const paths = (await listFiles(siteFolder)).filter((path) => TEXT_FILE.test(path));
  const made = await mapLimit(paths, { limit: AT_A_TIME, map: compressFile });
  return made.filter(Boolean).length;
}

async function compressFile(path: string): Promise<boolean> {
  const contents = await readFile(path);
  if (contents.length < MIN_BYTES) return false;
  const quality = path.endsWith('.html') ? BROTLI_QUALITY.page : BROTLI_QUALITY.asset;
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(contents, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: contents.length,
      },
    }),
    promisify(gzip)(contents, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  await Promise.all([
    writeIfSmaller(`${path}.br`, brotli, contents),
    writeIfSmaller(`${path}.gz`, gzipped, contents),
  ]);
  return true;
}

async function writeIfSmaller(path: string, compressed: Buffer, contents: Buffer): Promise<void> {
  if (compressed.length < contents.length) await writeFile(path, compressed);
}
