import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SEALED_FOLDER } from '../../edge/contract/routes.ts';
import { mapLimit } from './map-limit.ts';

/** Paths of sealed files by the file and key they were made of, see `sealIdOf`. */
export type EarlierSeals = ReadonlyMap<string, string>;

const AT_A_TIME = 16;
/** RFC 8188 §2.1: salt, record size, length of the key id. */
const HEAD_BYTES = 16 + 4 + 1;
const MAX_KEY_ID_BYTES = 255;

/** The sealed files of a built site. Each says of itself what it was made of: its salt comes from file and key. */
export async function findEarlierSeals(siteFolder: string): Promise<EarlierSeals> {
  const folder = join(siteFolder, SEALED_FOLDER);
  const names = await readdir(folder).catch(() => []);
  const found = await mapLimit(
    names.filter((name) => name.endsWith('.bin')),
    {
      limit: AT_A_TIME,
      map: async (name) => [await readSealId(join(folder, name)), join(folder, name)] as const,
    },
  );
  return new Map(found);
}

/** One for each pair of file and key: the salt tells the file, and the key together with its id. */
export function sealIdOf({ keyId, salt }: { readonly keyId: string; readonly salt: Uint8Array }): string {
  return `${Buffer.from(salt).toString('hex')} ${keyId}`;
}

async function readSealId(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES + MAX_KEY_ID_BYTES), 0);
    const head = buffer.subarray(0, bytesRead);
    const keyId = head.toString('utf8', HEAD_BYTES, HEAD_BYTES + (head[HEAD_BYTES - 1] ?? 0));
    return sealIdOf({ keyId, salt: head.subarray(0, 16) });
  } finally {
    await file.close();
  }
}
