import { expect, test } from 'vitest';
import { explainBytes } from './explain-bytes.ts';

const bytes = (latin: string): Uint8Array => Uint8Array.from(latin, (character) => character.charCodeAt(0));

test.each([
  ['a.pdf', '%PDF-1.7'],
  ['a.PDF', '%PDF-2.0'],
  ['a.zip', 'PK\x03\x04…'],
  ['a.png', '\x89PNG\r\n\x1a\n'],
  ['a.jpg', '\xff\xd8\xff\xe0'],
  ['a.webp', 'RIFF....WEBPVP8 '],
  ['a.svg', '<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="">'],
  ['a.mp4', '\0\0\0\x1cftypisom'],
  ['a.webm', '\x1aE\xdf\xa3'],
  ['a.step', 'whatever'],
])('takes %s with its right bytes', (name, head) => {
  expect(explainBytes(name, bytes(head))).toBeUndefined();
});

test.each([
  ['a.pdf', '<html>', 'WrongFileType'],
  ['a.pdf', '\n%PDF-1.7', 'WrongFileType'],
  ['a.png', '\xff\xd8\xff', 'WrongFileType'],
  ['a.svg', '<html>', 'WrongFileType'],
  ['a.mp4', '\x1aE\xdf\xa3', 'WrongFileType'],
  ['a.pdf', 'version https://git-lfs.github.com/spec/v1', 'WrongFileType'],
  ['a.pdf', '', 'EmptyFile'],
])('refuses %s that begins with %j', (name, head, code) => {
  expect(explainBytes(name, bytes(head))?.code).toBe(code);
});
