import { SALT_BYTES } from './record-cipher.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The salt of a file, from its key and contents: an unchanged file seals to unchanged bytes, two files never
 * share a salt, and without the key the salt tells nothing about the contents.
 * @param digest SHA-256 of the contents.
 */
export async function deriveSalt(inputKey: Bytes, digest: Bytes): Promise<Bytes> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', inputKey, hmac, false, ['sign']);
  const label = new TextEncoder().encode('gatehouse seal salt\0');
  const message = new Uint8Array(label.length + digest.length);
  message.set(label);
  message.set(digest, label.length);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, message)).slice(0, SALT_BYTES);
}
