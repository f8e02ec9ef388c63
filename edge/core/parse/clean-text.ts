/**
 * Text as it is stored: NFC, trimmed, line breaks as `\n`, tabs as spaces, without invisible joints that only a
 * copy from elsewhere leaves behind. Null when it holds what no person types into a form: control characters,
 * half characters, text-direction overrides, or a line break where there is one line only.
 */
export function cleanText(text: string, { multiline }: { readonly multiline: boolean }): string | null {
  if (PLAIN_LINE.test(text)) return text.trim();
  if (!text.isWellFormed()) return null;
  const clean = text
    .replace(LINE_BREAKS, '\n')
    .replaceAll('\t', ' ')
    .replace(ZERO_WIDTH, '')
    .normalize('NFC')
    .trim();
  if (UNSTORABLE.test(clean) || (!multiline && clean.includes('\n'))) return null;
  return VISIBLE.test(clean) ? clean : '';
}

/** Removes from `text` whatever `cleanText` would refuse; for values that no person typed. */
export function scrubText(text: string): string {
  return PLAIN_LINE.test(text) ? text : text.toWellFormed().replace(ALL_UNSTORABLE, '');
}

/** Length as people count: in code points. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

const PLAIN_LINE = /^[\x20-\x7e]*$/;

const LINE_BREAKS = /\r\n?|[\u2028\u2029]/g;

/** Zero-width space, word joiner and byte order mark; joiners within words and emoji stay. */
const ZERO_WIDTH = /[\u200b\u2060\ufeff]/g;

/** C0 and C1 controls but `\n`, bidi controls, the replacement character and non-characters. */
const UNSTORABLE = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd-\uffff]/;

const ALL_UNSTORABLE =
  /[\0-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffd-\uffff]/g;

/** Anything but spaces and formatting characters. */
const VISIBLE = /[^\p{Z}\p{Cf}\n]/u;
