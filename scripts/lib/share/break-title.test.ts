import { expect, test } from 'vitest';
import { breakTitle } from './break-title.ts';

const FRAME = { width: 560, height: 330, sizes: [68, 56, 45, 36], lineHeight: 1.2 };

test('breaks English between words into lines of about the same length', () => {
  expect(breakTitle('Inline gauging without stopping the line', { ...FRAME, locale: 'en' }))
    .toMatchInlineSnapshot(`
    {
      "lines": [
        "Inline gauging",
        "without stopping",
        "the line",
      ],
      "size": 68,
    }
  `);
});

test('breaks Chinese between phrases', () => {
  expect(breakTitle('不停线，也能量准：极片在线测厚的账怎么算', { ...FRAME, locale: 'zh' }))
    .toMatchInlineSnapshot(`
    {
      "lines": [
        "不停线，",
        "也能量准：",
        "极片在线测厚的",
        "账怎么算",
      ],
      "size": 68,
    }
  `);
});

test('takes a smaller size for a longer title', () => {
  const title = 'How fine is fine enough? Choosing a line camera by defect statistics and by what they cost';
  expect(breakTitle(title, { ...FRAME, locale: 'en' }).size).toBe(45);
});

test('ends in an ellipsis what fits at no size, be it one word or many', () => {
  for (const title of ['word '.repeat(60), 'x'.repeat(300), '极片在线测厚'.repeat(30)]) {
    const { size, lines } = breakTitle(title, { ...FRAME, locale: 'zh' });
    expect(size).toBe(36);
    expect(lines).toHaveLength(7);
    expect(lines.at(-1)).toMatch(/…$/);
  }
});

test('leaves a title of one word in one line', () => {
  expect(breakTitle('LG-40', { ...FRAME, locale: 'en' })).toEqual({ size: 68, lines: ['LG-40'] });
});
