import { expect, test } from 'vitest';
import { readingMinutes } from './reading-minutes.ts';

test('counts Chinese by the character and English by the word, without the tags', () => {
  expect(readingMinutes(`<p class="many words here">${'测'.repeat(1050)}</p>`, 'zh')).toBe(3);
  expect(readingMinutes(`<p>${'word '.repeat(1000)}</p>`, 'en')).toBe(5);
  expect(readingMinutes(`<p>${'测量 2 µm '.repeat(200)}</p>`, 'zh')).toBe(3);
});

test('nothing is read in less than a minute', () => {
  expect(readingMinutes('', 'zh')).toBe(1);
});
