import { hash } from 'node:crypto';
import type { Mac } from './ports/mac.ts';

const BLOCK_BYTES = 64;
/** Longer texts are rare and take memory of their own. */
const MAX_KEPT_BYTES = 4096;

/**
 * HMAC-SHA-256 by node:crypto: RFC 2104 over its one-shot hash, which costs half of what a `Hmac` does, since OpenSSL
 * need not be set up anew for every text. `secret` has no more than 64 bytes.
 */
export function createNodeMac(secret: Uint8Array): Mac {
  const inner = startBlock(secret, { mask: 0x36, room: MAX_KEPT_BYTES });
  const outer = startBlock(secret, { mask: 0x5c, room: 32 });
  return (text) => {
    outer.write(hash('sha256', withText(inner, text), 'binary'), BLOCK_BYTES, 'binary');
    // By way of a text, the bytes come to lie in Buffer's pool: memory of their own costs as much as the hashing.
    const { buffer, byteOffset, byteLength } = Buffer.from(hash('sha256', outer, 'binary'), 'binary');
    return new Uint8Array(buffer, byteOffset, byteLength);
  };
}

/** The secret, masked and filled up to a block, with room behind it. */
function startBlock(secret: Uint8Array, { mask, room }: { mask: number; room: number }): Buffer {
  if (secret.length > BLOCK_BYTES) throw new RangeError(`a key has no more than ${BLOCK_BYTES} bytes`);
  const block = Buffer.alloc(BLOCK_BYTES + room);
  block.fill(mask, 0, BLOCK_BYTES);
  for (const [at, byte] of secret.entries()) block[at] = byte ^ mask;
  return block;
}

function withText(block: Buffer, text: string): Buffer {
  // No UTF-16 unit takes more than three bytes of UTF-8.
  if (text.length * 3 > MAX_KEPT_BYTES) {
    return Buffer.concat([block.subarray(0, BLOCK_BYTES), Buffer.from(text)]);
  }
  return block.subarray(0, BLOCK_BYTES + block.write(text, BLOCK_BYTES));
}
