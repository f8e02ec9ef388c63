/** AES-256-GCM under one key. An answer may be given at once: for a few hundred bytes a promise costs more. */
export interface Aead {
  /** Gives ciphertext and tag. */
  seal(plain: Uint8Array, nonce: AeadNonce): Uint8Array | Promise<Uint8Array>;
  /** @throws when ciphertext, tag, iv or `bound` are not those of `seal`. */
  open(sealed: Uint8Array, nonce: AeadNonce): Uint8Array | Promise<Uint8Array>;
}

export interface AeadNonce {
  /** 12 bytes, never used twice under one key. */
  readonly iv: Uint8Array;
  /** Additional data that must be the same again to open. */
  readonly bound: Uint8Array;
}

/** `key` has 32 bytes. */
export type CreateAead = (key: Uint8Array) => Aead | Promise<Aead>;
