import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { listFiles } from './list-files.ts';
import { mapLimit } from './map-limit.ts';

/** Something that must not be in the output. */
export interface GuardedFile {
  /** As people know it, e.g. `content/whitepapers/inline-gauging/inline-gauging.en.pdf`. */
  readonly name: string;
  /** SHA-256 in clear, hex. */
  readonly digest: string;
}

export interface GuardedSecret {
  /** E.g. `GATEHOUSE_KEYS`. Its value is never printed. */
  readonly name: string;
  readonly value: string;
}

const AT_A_TIME = 4;
const TEXT_FILE = /\.(?:html|css|js|mjs|svg|xml|json|txt|webmanifest|map)$/;

/**
 * Looks through all that is about to be published for gated files in clear (as they are, compressed, or inlined
 * as a data URL) and for secrets. One sentence a finding; none means that the output is safe to be public.
 */
export async function findLeaks(options: {
  readonly folder: string;
  readonly files: readonly GuardedFile[];
  readonly secrets: readonly GuardedSecret[];
}): Promise<string[]> {
  const { folder, files, secrets } = options;
  const nameByDigest = new Map(files.map(({ name, digest }) => [digest, name]));
  const found = await mapLimit(await listFiles(folder), {
    limit: AT_A_TIME,
    map: async (path) => {
      // At once: asking another thread for each of thousands of pages takes longer than to read it.
      const contents = readFileSync(path);
      const where = relative(folder, path).split(sep).join('/');
      return [
        ...(await clearCopies(path, contents))
          .map((copy) => nameByDigest.get(sha256(copy)))
          .filter((name) => name !== undefined)
          .map((name) => `${where} is ${name} in clear: everybody could take it without registering.`),
        ...secrets
          .filter(({ value }) => contents.includes(value))
          .map(({ name }) => `${where} holds the secret ${name}.`),
      ];
    },
  });
  return found.flat();
}

/** The contents a visitor could get out of one file. */
async function clearCopies(path: string, contents: Buffer): Promise<Buffer[]> {
  if (path.endsWith('.gz')) return [contents, await promisify(gunzip)(contents).catch(() => contents)];
  if (path.endsWith('.br'))
    return [contents, await promisify(brotliDecompress)(contents).catch(() => contents)];
  return TEXT_FILE.test(path) ? [contents, ...inlinedFiles(contents)] : [contents];
}

function inlinedFiles(contents: Buffer): Buffer[] {
  if (!contents.includes(';base64,')) return [];
  const inlined = contents.toString('latin1').matchAll(/;base64,([A-Za-z0-9+/=]+)/g);
  return Array.from(inlined, ([, encoded = '']) => Buffer.from(encoded, 'base64'));
}

function sha256(contents: Buffer): string {
  return createHash('sha256').update(contents).digest('hex');
}
