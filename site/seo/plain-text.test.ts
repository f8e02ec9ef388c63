import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test('leaves of a text its words alone', () => {
  expect(plainText('It **must** be [read](/en/a/)\n\nas a whole.')).toBe('It must be read as a whole.');
  expect(plainText('2 * 3 [sic]')).toBe('2 * 3 [sic]');
});
