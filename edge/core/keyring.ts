import { createPortableMac } from './create-portable-mac.ts';
import { createWebAead } from './create-web-aead.ts';
import { KEY_BYTES, parseKeyRing, type KeySettings, type RingEntry } from './parse-key-ring.ts';
import type { Aead, CreateAead } from './ports/aead.ts';
import type { Keyring, TokenKey } from './ports/keyring.ts';
import type { CreateMac } from './ports/mac.ts';

const ENVELOPE_VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const INDEX_BYTES = 16;

/**
 * One ring for everything secret; each use has its own key, derived by HKDF from the ring's.
 *
 * @example
 * const keyring = await createKeyring({ keys: env.GATEHOUSE_KEYS, indexKey: env.GATEHOUSE_INDEX_KEY });
 * @throws {Error} that says what to do when a key is malformed; no message quotes a key
 */
export async function createKeyring(settings: KeyringSettings): Promise<Keyring> {
  const { createAead = createWebAead, createMac = createPortableMac } = settings;
  const { entries, indexSecret } = parseKeyRing(settings);
  const index = createMac(indexSecret);
  const derived = await Promise.all(entries.map((entry) => deriveKeys(entry, { createAead, createMac })));
  const byId = new Map(derived.map((key) => [key.id, key]));
  const current = derived[0]!;
  const prefix = Uint8Array.of(ENVELOPE_VERSION, current.id.length, ...encoder.encode(current.id));
  const nextIv = createIvSource();

  async function encrypt(text: string, purpose: string): Promise<Uint8Array> {
    const iv = nextIv();
    const head = new Uint8Array(prefix.length + IV_BYTES);
    head.set(prefix);
    head.set(iv, prefix.length);
    return current.data.seal(text, { head, iv, bound: purpose });
  }

  async function decrypt(envelope: Uint8Array, purpose: string): Promise<string> {
    const { keyId, iv, sealed } = readEnvelope(envelope);
    const key = byId.get(keyId);
    if (!key) {
      throw new Error(`no key "${keyId}" in GATEHOUSE_KEYS: put the retired key back at the end of the ring`);
    }
    return key.data.open(sealed, { iv, bound: purpose });
  }

  function blindIndex(kind: string, value: string): Uint8Array {
    return index(`${kind}\0${value}`).slice(0, INDEX_BYTES);
  }

  return {
    encrypt,
    decrypt,
    blindIndex,
    tokenKeys: derived.map(({ token }) => token),
    sealKeys: { current: current.id, byId: new Map(derived.map(({ id, seal }) => [id, seal])) },
  };
}

export interface KeyringSettings extends KeySettings {
  /** A faster AES-256-GCM than WebCrypto's, where the runtime has one. */
  readonly createAead?: CreateAead | undefined;
  /** A faster HMAC-SHA-256 than JavaScript's, where the runtime has one. */
  readonly createMac?: CreateMac | undefined;
}

interface DerivedKeys {
  readonly id: string;
  readonly data: Aead;
  readonly token: TokenKey;
  readonly seal: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

async function deriveKeys(
  { id, secret }: RingEntry,
  { createAead, createMac }: { readonly createAead: CreateAead; readonly createMac: CreateMac },
): Promise<DerivedKeys> {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const [data, token, seal] = await Promise.all(
    USES.map(async (use) => new Uint8Array(await crypto.subtle.deriveBits(hkdf(use), root, KEY_BYTES * 8))),
  );
  return {
    id,
    data: await createAead(data!),
    token: { id, mac: createMac(token!) },
    seal: seal!,
  };
}

/** A key for each use, so that none can stand in for another. */
const USES = ['data', 'token', 'seal'] as const;

function hkdf(use: (typeof USES)[number]): HkdfParams {
  return {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: encoder.encode(`gatehouse/v1/${use}`),
  };
}

/** Random bytes are drawn for many envelopes at a time: one by one, they cost more than the encryption. */
function createIvSource(): () => Uint8Array {
  let drawn = new Uint8Array(0);
  let used = 0;
  return () => {
    if (used === drawn.length) {
      drawn = crypto.getRandomValues(new Uint8Array(IV_BYTES * 256));
      used = 0;
    }
    used += IV_BYTES;
    return drawn.subarray(used - IV_BYTES, used);
  };
}

/** version (1) | key id length (1) | key id | iv (12) | ciphertext and tag */
function readEnvelope(envelope: Uint8Array): {
  keyId: string;
  iv: Uint8Array;
  sealed: Uint8Array;
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
    iv: envelope.subarray(idEnd, ivEnd),
    sealed: envelope.subarray(ivEnd),
  };
}
