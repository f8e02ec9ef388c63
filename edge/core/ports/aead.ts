/** AES-256-GCM over texts under one key. An answer may be given at once: for a few hundred bytes a promise costs more. */
export interface Aead {
  /** Gives `head`, then ciphertext and tag. */
  seal(text: string, frame: AeadFrame & { readonly head: Uint8Array }): Uint8Array | Promise<Uint8Array>;
  /** Takes ciphertext and tag. @throws when they, iv or `bound` are not those of `seal`. */
  open(sealed: Uint8Array, frame: AeadFrame): string | Promise<string>;
}

export interface AeadFrame {
  /** 12 bytes, never used twice under one key; not kept. */
  readonly iv: Uint8Array;
  /** Additional data that must be the same again to open. */
  readonly bound: string;
}

/** `key` has 32 bytes. */
export type CreateAead = (key: Uint8Array) => Aead | Promise<Aead>;
