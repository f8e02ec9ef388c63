import type { Aead, AeadFrame } from './ports/aead.ts';

/** AES-256-GCM by WebCrypto: the way of every runtime that has no faster one. */
export async function createWebAead(secret: Uint8Array): Promise<Aead> {
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', owned(secret), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {
    async seal(text, { head, ...frame }) {
      const sealed = new Uint8Array(await subtle.encrypt(gcm(frame), key, encoder.encode(text)));
      const whole = new Uint8Array(head.length + sealed.length);
      whole.set(head);
      whole.set(sealed, head.length);
      return whole;
    },
    open: async (sealed, frame) => decoder.decode(await subtle.decrypt(gcm(frame), key, owned(sealed))),
  };
}

const encoder = new TextEncoder();
/** Keeps a byte order mark, as it was part of the text. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function gcm({ iv, bound }: AeadFrame): AesGcmParams {
  return { name: 'AES-GCM', iv: owned(iv), additionalData: encoder.encode(bound) };
}

/** WebCrypto takes no shared memory, and none of our bytes are in any. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
