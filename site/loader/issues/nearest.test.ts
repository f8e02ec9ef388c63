import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['whitepapr', ['whitepaper', 'newsletter'], 'whitepaper'],
  ['titel', ['title', 'description'], 'title'],
  ['requierd', ['required', 'error'], 'required'],
  ['Title', ['title'], 'title'],
  ['file_name', ['file', 'fileName'], 'fileName'],
  ['ｔitle', ['title'], 'title'],
  ['lin', ['ada', 'bob'], undefined],
  ['x', ['y'], undefined],
  ['', ['zh', 'en'], undefined],
])('takes %j among %j to mean %j', (word, candidates, meant) => {
  expect(nearest(word, candidates)).toBe(meant);
});

test('never proposes the word itself, and finds any word with one letter dropped', () => {
  const words = fc.stringMatching(/^[a-z]{5,20}$/);
  fc.assert(
    fc.property(words, fc.nat(), (word, at) => {
      const index = at % word.length;
      const misspelt = word.slice(0, index) + word.slice(index + 1);
      expect(nearest(word, [word])).toBeUndefined();
      expect(nearest(misspelt, [word])).toBe(word);
    }),
  );
});

test('copes with very long words', () => {
  expect(nearest('a'.repeat(100_000), ['b'.repeat(100_000), 'title'])).toBeUndefined();
});
