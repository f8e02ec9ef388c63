import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Mac } from './ports/mac.ts';

/**
 * HMAC-SHA-256 in every runtime. WebCrypto makes each one a job for another thread, which costs about seven times the
 * hashing.
 */
export function createPortableMac(key: Uint8Array): Mac {
  const keyed = hmac.create(sha256, key);
  return (text) => keyed.clone().update(encoder.encode(text)).digest();
}

const encoder = new TextEncoder();
