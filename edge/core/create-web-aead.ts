import type { Aead, AeadNonce } from './ports/aead.ts';

/** AES-256-GCM by WebCrypto: the way of every runtime that has no faster one. */
export async function createWebAead(secret: Uint8Array): Promise<Aead> {
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', owned(secret), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {
    seal: async (plain, nonce) => new Uint8Array(await subtle.encrypt(gcm(nonce), key, owned(plain))),
    open: async (sealed, nonce) => new Uint8Array(await subtle.decrypt(gcm(nonce), key, owned(sealed))),
  };
}

function gcm({ iv, bound }: AeadNonce): AesGcmParams {
  return { name: 'AES-GCM', iv: owned(iv), additionalData: owned(bound) };
}

/** WebCrypto takes no shared memory, and none of our bytes are in any. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
