import type { Mail } from '../core/ports/mail.ts';

export interface MimeOptions {
  readonly date: Date;
  /** Left and right of the "@" of the message's id. */
  readonly messageId: string;
  /** Occurs in no line of the body: base64 has no "_". */
  readonly boundary?: string | undefined;
}

/**
 * The mail as an RFC 5322 message of two alternatives, ready to be opened in any mail client.
 * @throws {Error} for a header with a line break: nothing may smuggle in another header
 */
export function mimeMessage(
  mail: Mail,
  { date, messageId, boundary = '_alternative_' }: MimeOptions,
): string {
  return [
    header('Date', date.toUTCString().replace('GMT', '+0000')),
    header('From', mail.from, encodeMailbox),
    header('To', mail.to, encodeMailbox),
    ...(mail.replyTo === undefined ? [] : [header('Reply-To', mail.replyTo, encodeMailbox)]),
    header('Subject', mail.subject, encodeText),
    header('Message-ID', `<${messageId}>`),
    header('MIME-Version', '1.0'),
    header('Content-Type', `multipart/alternative; boundary="${boundary}"`),
    '',
    `--${boundary}`,
    ...part('text/plain', mail.text),
    `--${boundary}`,
    ...part('text/html', mail.html),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

function header(name: string, value: string, encode: (value: string) => string = String): string {
  if (/[\r\n\0]/.test(value)) throw new Error(`the ${name} header holds a line break`);
  return `${name}: ${encode(value)}`;
}

function part(type: string, body: string): string[] {
  const encoded = toBase64(new TextEncoder().encode(body.replace(/\r\n?|\n/g, '\r\n')));
  return [
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(encoded.match(/.{1,76}/g) ?? ['']),
  ];
}

const FOLD = '\r\n ';

/** `"Name" <address>` or a bare address; the name in encoded words where ASCII does not hold it. */
function encodeMailbox(mailbox: string): string {
  const named = /^\s*"?((?:[^"\\<]|\\.)*?)"?\s*<([^<>\s]+)>\s*$/.exec(mailbox);
  if (!named) return mailbox;
  const [, name = '', address = ''] = named;
  const plain = name.replace(/\\(.)/g, '$1');
  if (plain === '') return address;
  return isPlain(plain)
    ? `"${plain.replace(/["\\]/g, '\\$&')}" <${address}>`
    : `${encodeWords(plain)}${FOLD}<${address}>`;
}

function encodeText(text: string): string {
  return isPlain(text) && text.length <= MAX_PLAIN_LENGTH ? text : encodeWords(text);
}

const MAX_PLAIN_LENGTH = 60;
/** 39 bytes become 52 characters; with their frame and the header's name they stay within the 76 of a line. */
const MAX_WORD_BYTES = 39;

/** RFC 2047 encoded words, split between characters and never inside one. */
function encodeWords(text: string): string {
  const encoder = new TextEncoder();
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (encoder.encode(word + character).length > MAX_WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  words.push(word);
  return words.map((one) => `=?utf-8?B?${toBase64(encoder.encode(one))}?=`).join(FOLD);
}

/** What merely looks like an encoded word must be encoded too, or it would be decoded. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text) && !text.includes('=?');
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
