import type { Mac } from './mac.ts';

/** Everything made with the secret keys. */
export interface Keyring {
  /** AES-256-GCM envelope with the key id; `purpose` is bound in and must be named again to decrypt. */
  encrypt(text: string, purpose: string): Promise<Uint8Array>;
  /** @throws when the envelope was altered or its key is not in the ring. */
  decrypt(envelope: Uint8Array, purpose: string): Promise<string>;
  /** 16 bytes of HMAC-SHA-256 under the index key. */
  blindIndex(kind: string, value: string): Uint8Array;
  /** HS256 keys for tokens, current first. */
  readonly tokenKeys: readonly TokenKey[];
  /** RFC 8188 input keying material for the sealed files, by key id; `current` seals. */
  readonly sealKeys: { readonly current: string; readonly byId: ReadonlyMap<string, Uint8Array> };
}

export interface TokenKey {
  readonly id: string;
  /** Signs; what was signed is checked by signing it again. */
  readonly mac: Mac;
}
