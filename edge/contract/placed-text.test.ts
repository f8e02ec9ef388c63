import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAll, decodePlaced } from './placed-text.ts';

const encoded = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '%',
        '%2',
        '%25',
        '%41',
        '%e5%9c%a8',
        '%E5%9C',
        '%f0%9f%98%80',
        '%00',
        '%ff',
        '2',
        '5',
        'z',
      ),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
    ),
  )
  .map((parts) => parts.join(''));

test('characters know where they stood', () => {
  const { text, places } = decodePlaced('a%2541%e5%9c%a8z');
  expect(text).toBe('aA在z');
  expect(places).toEqual([0, 1, 6, 15, 16]);
});

test('every character has a place, in order, and what is not encoded is kept', () => {
  fc.assert(
    fc.property(encoded, (original) => {
      const { text, places } = decodePlaced(original);
      expect(text).toBe(decodeAll(original));
      expect(places).toHaveLength(text.length + 1);
      expect(places.at(-1)).toBe(original.length);
      expect(places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0))).toBe(true);
      if (!original.includes('%')) expect(text).toBe(original);
    }),
    { numRuns: 1000 },
  );
});
