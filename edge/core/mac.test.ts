import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNodeMac } from './create-node-mac.node.ts';
import { createPortableMac } from './create-portable-mac.ts';
import type { CreateMac } from './ports/mac.ts';

test.each<[string, CreateMac]>([
  ['in JavaScript', createPortableMac],
  ['by node:crypto', createNodeMac],
])('HMAC-SHA-256 %s is what WebCrypto makes of the same text', async (_, createMac) => {
  const message = fc.record({
    secret: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    text: fc.string({ unit: 'binary', maxLength: 3000 }),
  });
  await fc.assert(
    fc.asyncProperty(message, async ({ secret, text }) => {
      expect(createMac(secret)(text)).toEqual(await webMac(secret, text));
    }),
    { numRuns: 50 },
  );
});

async function webMac(secret: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
}
