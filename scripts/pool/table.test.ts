import { describe, expect, test } from 'vitest';
import { displayWidth, truncate } from './display-width.ts';
import { table } from './table.ts';

describe('the width of a text on a terminal', () => {
  test.each([
    ['abc', 3],
    ['北湖', 4],
    ['ｱ', 1],
    ['Ａ', 2],
    ['，。', 4],
    ['한글', 4],
    ['e\u0301', 1],
    ['👩‍🔬', 2],
    ['', 0],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test('decides where a text is cut, between characters', () => {
    expect(truncate('北湖仪器', 8)).toBe('北湖仪器');
    expect(truncate('北湖仪器', 7)).toBe('北湖仪…');
    expect(truncate('北湖仪器', 6)).toBe('北湖…');
  });
});

test('a table lines up columns of any script', () => {
  const rows = [
    ['北湖仪器', '7'],
    ['Ada', '1,000'],
    ['a\nb\u001B[2J', '–'],
  ];
  const drawn = table([{ title: 'NAME' }, { title: 'N', align: 'right' }], rows, { bold: (text) => text });
  expect(drawn).toMatchInlineSnapshot(`
    "NAME          N
    北湖仪器      7
    Ada       1,000
    a·b·[2J       –"
  `);
});
