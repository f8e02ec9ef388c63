import { base64url } from 'jose';

export const KEY_BYTES = 32;

/** As they stand in the environment. */
export interface KeySettings {
  /** `GATEHOUSE_KEYS`: `id:secret[,id:secret…]`, current first. */
  readonly keys: string;
  /** `GATEHOUSE_INDEX_KEY`: one secret, for the life of the pool. */
  readonly indexKey: string;
}

export interface RingEntry {
  readonly id: string;
  readonly secret: Uint8Array<ArrayBuffer>;
}

/** @throws {Error} that says what to do; no message quotes a key */
export function parseKeyRing({ keys, indexKey }: KeySettings): {
  readonly entries: readonly [RingEntry, ...RingEntry[]];
  readonly indexSecret: Uint8Array<ArrayBuffer>;
} {
  return { entries: parseRing(keys), indexSecret: parseKey(indexKey, 'GATEHOUSE_INDEX_KEY') };
}

const ADVICE = 'Run "npm run keys" to make new ones.';

function parseRing(keys: string): readonly [RingEntry, ...RingEntry[]] {
  const entries = keys.split(',').map((part, position) => parseRingEntry(part.trim(), position + 1));
  const ids = new Set(entries.map(({ id }) => id));
  if (ids.size < entries.length)
    throw new Error('GATEHOUSE_KEYS names one key id twice: give each key its own id.');
  return entries as [RingEntry, ...RingEntry[]];
}

function parseRingEntry(part: string, position: number): RingEntry {
  const colon = part.indexOf(':');
  const id = part.slice(0, Math.max(colon, 0));
  if (!/^[A-Za-z0-9_-]{1,16}$/.test(id)) {
    throw new Error(
      `GATEHOUSE_KEYS: key ${position} has no id. Write "id:secret[,id:secret…]", current key first; ` +
        `an id has 1–16 letters, digits, "_" or "-". ${ADVICE}`,
    );
  }
  return { id, secret: parseKey(part.slice(colon + 1), `GATEHOUSE_KEYS: key "${id}"`) };
}

function parseKey(text: string, name: string): Uint8Array<ArrayBuffer> {
  const bytes = /^[A-Za-z0-9_-]{43}$/.test(text) ? base64url.decode(text) : null;
  if (bytes?.length === KEY_BYTES) return new Uint8Array(bytes);
  throw new Error(`${name} is not ${KEY_BYTES} bytes in base64url (43 characters). ${ADVICE}`);
}
