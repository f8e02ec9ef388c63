import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

test('drops a byte order mark', () => {
  expect(decodeText(new TextEncoder().encode('\uFEFFa: 1'), 'f.yaml')).toEqual({ text: 'a: 1', issues: [] });
});

test('lets a carriage return alone end a line, as editors do', () => {
  const bytes = new TextEncoder().encode('a: 1\rb: 2\r\nc: 3\n');
  expect(decodeText(bytes, 'f.yaml').text).toBe('a: 1\nb: 2\r\nc: 3\n');
});

test('finds the first character that is not UTF-8', () => {
  const gbk = new Uint8Array([...new TextEncoder().encode('a: 1\nb: '), 0xb0, 0xac, 0x0a]);
  const [issue] = decodeText(gbk, 'f.yaml').issues;
  expect(issue).toMatchObject({ code: 'NotUtf8', line: 2, column: 4 });
});
