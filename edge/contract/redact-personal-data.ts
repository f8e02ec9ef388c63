import { CLICK_IDS } from './touch.ts';
import { decodeAll, decodePlaced } from './placed-text.ts';

/**
 * Replaces e-mail addresses and phone numbers in running text, also percent-encoded any number of times and in
 * full-width characters. Everything else stays as it came, byte for byte.
 */
export function redactText(text: string): string {
  return redact(text, EVERYTHING);
}

/**
 * The same in a URL, whose parts are looked at one by one, and drops a user name before the host. The digits of a click
 * id are never taken for a phone.
 */
export function redactUrl(url: string): string {
  const isPlain = !MAY_HIDE.test(url);
  // What parts a URL is no part of a number: where there is none in the whole, there is none in a piece.
  if (isPlain && !PHONE.sign.test(url)) return url;
  const anonymous = isPlain ? url : url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1');
  return anonymous
    .split(/([/?&=#;])/)
    .map((piece, index, pieces) => {
      const isClickId = pieces[index - 1] === '=' && VERBATIM.has(pieces[index - 2] ?? '');
      return redact(piece, isClickId ? EMAILS : EVERYTHING);
    })
    .join('');
}

interface PersonalData {
  /** Quick to find, and there wherever a pattern fits. */
  readonly sign: RegExp;
  readonly mark: string;
  /** Quantifiers are bounded, so that no input makes the search slow. */
  readonly patterns: readonly RegExp[];
}

const EMAIL: PersonalData = {
  sign: /@/,
  mark: 'redacted-email',
  patterns: [/[^\s@/?&=#;:,<>()"']{1,64}(?:@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62})+/gu],
};

const PHONE: PersonalData = {
  sign: /\d(?:[-.\s+()_]{0,4}\d){6}/,
  mark: 'redacted-phone',
  patterns: [
    // A Chinese mobile number, grouped as people group it, with or without the country code.
    /(?<![\p{L}\d])(?:\(?(?:\+|00)?\(?86\)?[-.\s+_]{0,3}(?:\(0\)[-.\s+]?)?)?\(?1[3-9](?:\d\)?(?:[-.\s+_]{0,2}\d{4}){2}|\d{2}[-.\s+_]{1,2}\d{3}[-.\s+_]{1,2}\d{4}|\d[-.\s+_]{1,2}\d{3}[-.\s+_]{1,2}\d{5})(?![\p{Script=Latin}\d])/gu,
    /(?<=\p{Script=Han})1[3-9]\d(?:[-.\s+_]{0,2}\d{4}){2}(?!\d)/gu,
    // A Chinese landline with its area code apart.
    /(?<![\p{L}\d])\(?0[1-9]\d{1,2}\)?[-\s+]{1,2}[2-8]\d{2,3}[-\s+]?\d{4}(?![\p{L}\d])/gu,
    // Any other number that names its country; after a letter a plus may be a blank, and short digits a day.
    /(?:(?<![\p{Script=Latin}\d])\+[1-9](?:[-.\s+()]{0,2}\d){7,14}|\+[1-9](?:[-.\s+()]{0,2}\d){9,14})(?!\d)/gu,
    /(?<![\p{L}\d])00[1-9](?:[-.\s()]?\d){8,13}(?![\p{L}\d])/gu,
  ],
};

const EMAILS: readonly PersonalData[] = [EMAIL];
const EVERYTHING: readonly PersonalData[] = [EMAIL, PHONE];

const VERBATIM: ReadonlySet<string> = new Set(CLICK_IDS);

/** Without one of these a URL hides nothing that is not plain to see. */
const MAY_HIDE = /[@%\uff01-\uff5e]/;

/** Percent-encoded or full-width. */
const IS_HIDDEN = /[%\uff01-\uff5e]/;

function redact(text: string, searched: readonly PersonalData[]): string {
  const isHidden = IS_HIDDEN.test(text);
  const plain = isHidden ? narrow(decodeAll(text)) : text;
  let redacted = text;
  for (const { sign, mark, patterns } of searched) {
    if (!sign.test(plain)) continue;
    for (const pattern of patterns) {
      redacted = isHidden ? redactHidden(redacted, { pattern, mark }) : redacted.replace(pattern, mark);
    }
  }
  return redacted;
}

function redactHidden(text: string, { pattern, mark }: { pattern: RegExp; mark: string }): string {
  const { text: decoded, places } = decodePlaced(text);
  let redacted = '';
  let end = 0;
  for (const { 0: found, index } of narrow(decoded).matchAll(pattern)) {
    redacted += text.slice(end, places[index]) + mark;
    end = places[index + found.length] ?? text.length;
  }
  return redacted + text.slice(end);
}

/** Full-width characters as the ASCII they stand for, each in its place. */
function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
