import { base64url } from 'jose';

/** New secrets for `GATEHOUSE_KEYS` (a ring of one) and `GATEHOUSE_INDEX_KEY`. */
export function generateKeys(): { readonly keys: string; readonly indexKey: string } {
  return { keys: generateRingKey(), indexKey: generateSecret() };
}

/** One `id:secret` to put in front of the ring when rotating. */
export function generateRingKey(): string {
  return `${base64url.encode(crypto.getRandomValues(new Uint8Array(3)))}:${generateSecret()}`;
}

function generateSecret(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(32)));
}
