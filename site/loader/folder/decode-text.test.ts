import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

test('drops a byte order mark', () => {
  expect(decodeText(new TextEncoder().encode('\uFEFFa: 1'), 'f.yaml')).toEqual({ text: 'a: 1', issues: [] });
});

test('finds the first character that is not UTF-8', () => {
  const gbk = new Uint8Array([...new TextEncoder().encode('a: 1\nb: '), 0xb0, 0xac, 0x0a]);
  const [issue] = decodeText(gbk, 'f.yaml').issues;
  expect(issue).toMatchObject({ code: 'NotUtf8', line: 2, column: 4 });
});
