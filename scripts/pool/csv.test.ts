import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRecord } from './csv.ts';

describe('a CSV record', () => {
  test.each([
    ['=1+1', `'=1+1`],
    ['+1', `'+1`],
    ['-1', `'-1`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['  =1', `'  =1`],
    ['\u200B=1', `'\u200B=1`],
    ['\u3000＝1', `'\u3000＝1`],
    ['＝1', `'＝1`],
    ['＋1', `'＋1`],
    ['－1', `'－1`],
    ['＠A', `'＠A`],
    ['\u0000=1', `'=1`],
    ['=HYPERLINK("http://e","x")', `"'=HYPERLINK(""http://e"",""x"")"`],
  ])('makes %j inert', (value, expected) => {
    expect(csvRecord([value])).toBe(`${expected}\r\n`);
  });

  test.each(['王芳', 'a@b.c', '1-2', 'x=1', ''])('leaves %j as it is', (value) => {
    expect(csvRecord([value])).toBe(`${value}\r\n`);
  });

  test('keeps any cells apart', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .map((text) => `x${text.replace(/(?![\t\r\n])\p{Cc}/gu, '')}`);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        expect(parse(csvRecord(cells))).toEqual(cells);
      }),
    );
  });
});

/** One record as RFC 4180 reads it. */
function parse(record: string): string[] {
  const cells = record.slice(0, -2).matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return Array.from(cells, ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain);
}
