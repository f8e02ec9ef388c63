/**
 * `Content-Disposition: attachment` for a file name in any script (RFC 6266): the exact name as `filename*`, an ASCII
 * likeness for clients that don't know it.
 */
export function contentDisposition(fileName: string): string {
  const name = fileName.toWellFormed().replace(FORBIDDEN, '_');
  return `attachment; filename="${asciiLikeness(name)}"; filename*=UTF-8''${extValue(name)}`;
}

/** Path separators, reserved characters and controls: some system or other chokes on each. */
const FORBIDDEN = /[\0-\x1f\x7f-\x9f/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function asciiLikeness(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2010-\u2015]/g, '-')
    // A percent sign makes some clients decode the plain name.
    .replace(/[^\x20-\x7e]+|%/g, '_');
  return /[A-Za-z0-9].*\./.test(ascii) ? ascii : `download${/\.\w+$/.exec(ascii)?.[0] ?? ''}`;
}

/** RFC 8187: everything but `attr-char` percent-encoded. */
function extValue(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
