import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNodeAead } from './create-node-aead.node.ts';
import { createWebAead } from './create-web-aead.ts';
import type { CreateAead } from './ports/aead.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const message = fc.record({
  secret: bytes(32),
  iv: bytes(12),
  bound: fc.string({ unit: 'binary' }),
  text: fc.string({ unit: 'binary' }),
  head: fc.uint8Array({ maxLength: 40 }),
});

describe.each<[string, CreateAead, string, CreateAead]>([
  ['WebCrypto', createWebAead, 'node:crypto', createNodeAead],
  ['node:crypto', createNodeAead, 'WebCrypto', createWebAead],
])('AES-256-GCM by %s', (_, createOne, other, createOther) => {
  test(`seals what ${other} seals, byte for byte, and opens it`, async () => {
    await fc.assert(
      fc.asyncProperty(message, async ({ secret, text, head, ...frame }) => {
        const [one, two] = [await createOne(secret), await createOther(secret)];
        const sealed = await one.seal(text, { ...frame, head });
        expect(sealed).toEqual(await two.seal(text, { ...frame, head }));
        expect(sealed.subarray(0, head.length)).toEqual(head);
        expect(await two.open(sealed.subarray(head.length), frame)).toEqual(text);
      }),
      { numRuns: 50 },
    );
  });

  test('opens nothing that was altered, cut or bound to something else', async () => {
    const frame = { iv: new Uint8Array(12), bound: 'a' };
    const aead = await createOne(new Uint8Array(32).fill(7));
    const sealed = await aead.seal('secret', { ...frame, head: new Uint8Array() });
    const open = async (bad: Uint8Array, change = {}) => aead.open(bad, { ...frame, ...change });
    for (let at = 0; at < sealed.length; at += 1) {
      await expect(open(sealed.with(at, sealed[at]! ^ 1))).rejects.toThrow();
      await expect(open(sealed.subarray(0, at))).rejects.toThrow();
    }
    await expect(open(sealed, { bound: 'b' })).rejects.toThrow();
    await expect(open(sealed, { iv: new Uint8Array(12).fill(1) })).rejects.toThrow();
    expect(await open(sealed)).toBe('secret');
  });
});
