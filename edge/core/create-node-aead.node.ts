import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import type { Aead } from './ports/aead.ts';

const ALGORITHM = 'aes-256-gcm';
const TAG_BYTES = 16;

/**
 * AES-256-GCM by node:crypto, in the calling thread: a tenth of what WebCrypto takes for an envelope, since nothing
 * is handed to another thread and back.
 */
export function createNodeAead(secret: Uint8Array): Aead {
  const key = createSecretKey(secret);
  return {
    seal(text, { iv, bound, head }) {
      const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(bound));
      const ciphertext = cipher.update(text, 'utf8');
      cipher.final();
      const sealed = new Uint8Array(head.length + ciphertext.length + TAG_BYTES);
      sealed.set(head);
      sealed.set(ciphertext, head.length);
      sealed.set(cipher.getAuthTag(), head.length + ciphertext.length);
      return sealed;
    },
    open(sealed, { iv, bound }) {
      const end = sealed.length - TAG_BYTES;
      const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(end));
      const plain = decipher.update(sealed.subarray(0, end));
      decipher.final();
      return plain.toString();
    },
  };
}
