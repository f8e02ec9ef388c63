import { CLICK_IDS } from '../../contract/touch.ts';

/** Replaces e-mail addresses and phone numbers in running text. */
export function redactText(text: string): string {
  return redactPhones(redactEmails(text));
}

/**
 * Replaces e-mail addresses and phone numbers in a URL, also percent-encoded ones, and drops a user name before the
 * host. What holds none stays as it came, byte for byte. The digits of a click id are never taken for a phone.
 */
export function redactUrl(url: string): string {
  const isPlain = !MAY_HIDE.test(url);
  // What parts a URL is no part of a number: where there is none in the whole, there is none in a piece.
  if (isPlain && !hasPhone(url)) return url;
  const anonymous = isPlain ? url : url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1');
  return anonymous
    .split(/([/?&=#;])/)
    .map((piece, index, pieces) => {
      const isClickId = pieces[index - 1] === '=' && VERBATIM.has(pieces[index - 2] ?? '');
      return redactPiece(piece, isClickId ? redactEmails : redactText);
    })
    .join('');
}

const EMAIL_MARK = 'redacted-email';
const PHONE_MARK = 'redacted-phone';

/** Quantifiers are bounded, so that no input makes the search slow. */
const EMAIL = /[^\s@/?&=#;:,<>()"']{1,64}(?:[@＠](?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62})+/gu;
const PHONES = [
  // A Chinese mobile number, grouped or not, with or without the country code.
  /(?<![\p{L}\d])(?:(?:\+|00)?86[-.\s+]{0,2})?1[3-9]\d(?:[-.\s+]?\d{4}){2}(?![\p{Script=Latin}\d])/gu,
  /(?<=\p{Script=Han})1[3-9]\d(?:[-.\s+]?\d{4}){2}(?!\d)/gu,
  // Any other number that names its country.
  /\+[1-9](?:[-.\s()]{0,2}\d){7,14}(?!\d)/g,
  /(?<![\p{L}\d])00[1-9](?:[-.\s()]?\d){8,13}(?![\p{L}\d])/gu,
];

/** Without one of these there is no address, and nothing is encoded. */
const MAY_HIDE = /[@＠%]/;
/** Without one of these there is nothing to find. */
const SUSPICIOUS = /[@＠%]|\d{3}/;

const VERBATIM: ReadonlySet<string> = new Set(CLICK_IDS);

function redactEmails(text: string): string {
  return text.includes('@') || text.includes('＠') ? text.replace(EMAIL, EMAIL_MARK) : text;
}

function redactPhones(text: string): string {
  return /\d{3}/.test(text) ? PHONES.reduce((rest, phone) => rest.replace(phone, PHONE_MARK), text) : text;
}

function hasPhone(text: string): boolean {
  return /\d{3}/.test(text) && PHONES.some((phone) => text.search(phone) >= 0);
}

function redactPiece(piece: string, redact: (text: string) => string): string {
  if (!SUSPICIOUS.test(piece)) return piece;
  const plain = decodeFully(piece);
  const redacted = redact(plain);
  return redacted === plain ? piece : encodeURIComponent(redacted.toWellFormed());
}

/** Undoes up to three layers of percent-encoding; what is no valid encoding stays as it is. */
function decodeFully(text: string): string {
  let plain = text;
  for (let layer = 0; layer < 3 && plain.includes('%'); layer += 1) {
    const next = decodeLoosely(plain);
    if (next === plain) break;
    plain = next;
  }
  return plain;
}

function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Somewhere it is no UTF-8: read at least the ASCII of it.
    return text.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }
}
