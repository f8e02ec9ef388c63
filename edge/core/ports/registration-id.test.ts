import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeRegistrationId, encodeRegistrationId } from './registration-id.ts';

test('gives any 16 bytes 26 characters and takes them back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const id = encodeRegistrationId(bytes);
      expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
      expect(decodeRegistrationId(id)).toEqual(bytes);
    }),
  );
});

test.each([
  ['too short', '0'.repeat(25)],
  ['too long', '0'.repeat(27)],
  ['upper case', 'A'.repeat(26)],
  ['a letter outside the alphabet', `${'0'.repeat(25)}u`],
  ['bits in the padding', `${'0'.repeat(25)}1`],
  ['empty', ''],
])('knows that an id is none: %s', (_, id) => {
  expect(decodeRegistrationId(id)).toBeNull();
});
