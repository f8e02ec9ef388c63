import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64url } from 'jose';
import type { Keyring, TokenKey } from './ports/keyring.ts';

const ENVELOPE_VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const INDEX_BYTES = 16;

/** One ring for everything secret; each use has its own key, derived by HKDF from the ring's. */
export async function createKeyring({ keys, indexKey }: KeyringSettings): Promise<Keyring> {
  const entries = parseRing(keys);
  const index = createMac(parseKey(indexKey, 'GATEHOUSE_INDEX_KEY'));
  const derived = await Promise.all(entries.map(deriveKeys));
  const byId = new Map(derived.map((key) => [key.id, key]));
  const current = derived[0]!;
  const prefix = Uint8Array.of(ENVELOPE_VERSION, current.id.length, ...encoder.encode(current.id));

  async function encrypt(plain: Uint8Array, purpose: string): Promise<Uint8Array> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const sealed = await crypto.subtle.encrypt(gcm(iv, purpose), current.data, plain as BufferSource);
    const envelope = new Uint8Array(prefix.length + IV_BYTES + sealed.byteLength);
    envelope.set(prefix);
    envelope.set(iv, prefix.length);
    envelope.set(new Uint8Array(sealed), prefix.length + IV_BYTES);
    return envelope;
  }

  async function decrypt(envelope: Uint8Array, purpose: string): Promise<Uint8Array> {
    const { keyId, iv, sealed } = readEnvelope(envelope);
    const key = byId.get(keyId);
    if (!key)
      throw new Error(`no key "${keyId}" in GATEHOUSE_KEYS: put the retired key back at the end of the ring`);
    return new Uint8Array(await crypto.subtle.decrypt(gcm(iv, purpose), key.data, sealed));
  }

  async function blindIndex(kind: string, value: string): Promise<Uint8Array> {
    return index(encoder.encode(`${kind}\0${value}`)).subarray(0, INDEX_BYTES);
  }

  return {
    encrypt,
    decrypt,
    blindIndex,
    tokenKeys: derived.map(({ token }) => token),
    sealKeys: { current: current.id, byId: new Map(derived.map(({ id, seal }) => [id, seal])) },
  };
}

/** As they stand in the environment. */
export interface KeyringSettings {
  /** `GATEHOUSE_KEYS`: `id:secret[,id:secret…]`, current first. */
  readonly keys: string;
  /** `GATEHOUSE_INDEX_KEY`: one secret, for the life of the pool. */
  readonly indexKey: string;
}

interface RingEntry {
  readonly id: string;
  readonly secret: Uint8Array<ArrayBuffer>;
}

interface DerivedKeys {
  readonly id: string;
  readonly data: CryptoKey;
  readonly token: TokenKey;
  readonly seal: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
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
  const bytes = /^[A-Za-z0-9_-]+$/.test(text) ? base64url.decode(text) : null;
  if (bytes?.length === KEY_BYTES) return new Uint8Array(bytes);
  throw new Error(`${name} is not ${KEY_BYTES} bytes in base64url (43 characters). ${ADVICE}`);
}

async function deriveKeys({ id, secret }: RingEntry): Promise<DerivedKeys> {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const [data, token, seal] = await Promise.all([
    crypto.subtle.deriveKey(hkdf('data'), root, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveBits(hkdf('token'), root, KEY_BYTES * 8),
    crypto.subtle.deriveBits(hkdf('seal'), root, KEY_BYTES * 8),
  ]);
  return { id, data, token: await tokenKey(id, new Uint8Array(token)), seal: new Uint8Array(seal) };
}

async function tokenKey(id: string, secret: Uint8Array<ArrayBuffer>): Promise<TokenKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return {
    id,
    key: await crypto.subtle.importKey('raw', secret, algorithm, false, ['verify']),
    mac: createMac(secret),
  };
}

/**
 * HMAC-SHA-256 at once. WebCrypto makes every one a job for another thread, which costs about seven times the
 * hashing, and a capture takes five.
 */
function createMac(secret: Uint8Array): (data: Uint8Array) => Uint8Array {
  const keyed = hmac.create(sha256, secret);
  return (data) => keyed.clone().update(data).digest();
}

function hkdf(use: 'data' | 'token' | 'seal'): HkdfParams {
  return {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: encoder.encode(`gatehouse/v1/${use}`),
  };
}

function gcm(iv: Uint8Array<ArrayBuffer>, purpose: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: encoder.encode(purpose) };
}

/** version (1) | key id length (1) | key id | iv (12) | ciphertext and tag */
function readEnvelope(envelope: Uint8Array): {
  keyId: string;
  iv: Uint8Array<ArrayBuffer>;
  sealed: BufferSource;
} {
  const idEnd = 2 + (envelope[1] ?? 0);
  const ivEnd = idEnd + IV_BYTES;
  if (envelope[0] !== ENVELOPE_VERSION || envelope.length < ivEnd + TAG_BYTES) {
    throw new Error(
      'not an envelope of this keyring: the bytes are damaged or were written by something else',
    );
  }
  return {
    keyId: decoder.decode(envelope.subarray(2, idEnd)),
    iv: new Uint8Array(envelope.subarray(idEnd, ivEnd)),
    sealed: new Uint8Array(envelope.subarray(ivEnd)),
  };
}
