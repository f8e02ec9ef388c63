import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Results of earlier work by what they were made from, in one file. */
export interface Pack {
  get(key: string): Buffer | undefined;
  set(key: string, value: Buffer): void;
  /** Keeps what was asked for or set since the pack was opened, so that it grows no larger than one build's work. */
  save(): Promise<void>;
}

/** Tells the format's version, too. */
const MAGIC = Buffer.from('GHPACK1\n');
const DIGEST_BYTES = 32;
const HEAD_BYTES = MAGIC.length + DIGEST_BYTES;
const LENGTH_BYTES = 4;

/**
 * Opens the pack at `path`; one that is damaged or missing is empty. Two processes may use it at once: each writes
 * a whole file of its own, and the last one stays.
 */
export async function openPack(path: string): Promise<Pack> {
  const earlier = decode(await readFile(path).catch(() => Buffer.alloc(0)));
  const kept = new Map<string, Buffer>();
  let isChanged = false;
  return {
    get(key) {
      const value = kept.get(key) ?? earlier.get(key);
      if (value) kept.set(key, value);
      return value;
    },
    set(key, value) {
      isChanged = true;
      kept.set(key, value);
    },
    async save() {
      if (!isChanged && kept.size === earlier.size) return;
      const draft = `${path}.${randomBytes(6).toString('hex')}`;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(draft, encode(kept));
      await rename(draft, path);
    },
  };
}

function encode(values: ReadonlyMap<string, Uint8Array>): Buffer {
  const index = Buffer.from(JSON.stringify(Array.from(values, ([key, { length }]) => [key, length])));
  const indexBytes = Buffer.alloc(LENGTH_BYTES);
  indexBytes.writeUInt32LE(index.length);
  const body = Buffer.concat([indexBytes, index, ...values.values()]);
  return Buffer.concat([MAGIC, sha256(body), body]);
}

function decode(file: Buffer): Map<string, Buffer> {
  const values = new Map<string, Buffer>();
  const body = file.subarray(HEAD_BYTES);
  const isWhole =
    file.length >= HEAD_BYTES &&
    file.subarray(0, MAGIC.length).equals(MAGIC) &&
    file.subarray(MAGIC.length, MAGIC.length + DIGEST_BYTES).equals(sha256(body));
  if (!isWhole) return values;
  let offset = LENGTH_BYTES + body.readUInt32LE();
  const index = JSON.parse(body.toString('utf8', LENGTH_BYTES, offset)) as [key: string, length: number][];
  for (const [key, length] of index) values.set(key, body.subarray(offset, (offset += length)));
  return values;
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
