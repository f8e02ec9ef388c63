import { CLICK_IDS } from '../../contract/touch.ts';
import { decodePlaced } from './placed-text.ts';

/**
 * Replaces e-mail addresses and phone numbers in running text, also percent-encoded any number of times and in
 * full-width characters. Everything else stays as it came, byte for byte.
 */
export function redactText(text: string): string {
  return redact(text, [EMAIL, ...PHONES]);
}

/**
 * The same in a URL, whose parts are looked at one by one, and drops a user name before the host. The digits of a click
 * id are never taken for a phone.
 */
export function redactUrl(url: string): string {
  const isPlain = !MAY_HIDE.test(url);
  // What parts a URL is no part of a number: where there is none in the whole, there is none in a piece.
  if (isPlain && !PHONES.some((phone) => mayHold(url, phone) && url.search(phone.pattern) >= 0)) return url;
  const anonymous = isPlain ? url : url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1');
  return anonymous
    .split(/([/?&=#;])/)
    .map((piece, index, pieces) => {
      const isClickId = pieces[index - 1] === '=' && VERBATIM.has(pieces[index - 2] ?? '');
      return isClickId ? redact(piece, [EMAIL]) : redactText(piece);
    })
    .join('');
}

interface PersonalData {
  readonly pattern: RegExp;
  readonly mark: string;
  /** Quick to find, and there wherever the pattern fits. */
  readonly sign: RegExp;
}

const phone = (pattern: RegExp): PersonalData => ({ pattern, mark: 'redacted-phone', sign: SEVEN_DIGITS });

const SEVEN_DIGITS = /\d(?:[-.\s+()_]{0,4}\d){6}/;

/** Quantifiers are bounded, so that no input makes the search slow. */
const EMAIL: PersonalData = {
  pattern: /[^\s@/?&=#;:,<>()"']{1,64}(?:@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62})+/gu,
  mark: 'redacted-email',
  sign: /@/,
};

const PHONES: readonly PersonalData[] = [
  // A Chinese mobile number, grouped as people group it, with or without the country code.
  phone(
    /(?<![\p{L}\d])(?:\(?(?:\+|00)?\(?86\)?[-.\s+_]{0,3}(?:\(0\)[-.\s+]?)?)?\(?1[3-9](?:\d\)?(?:[-.\s+_]{0,2}\d{4}){2}|\d{2}[-.\s+_]{1,2}\d{3}[-.\s+_]{1,2}\d{4}|\d[-.\s+_]{1,2}\d{3}[-.\s+_]{1,2}\d{5})(?![\p{Script=Latin}\d])/gu,
  ),
  phone(/(?<=\p{Script=Han})1[3-9]\d(?:[-.\s+_]{0,2}\d{4}){2}(?!\d)/gu),
  // A Chinese landline with its area code apart.
  phone(/(?<![\p{L}\d])\(?0[1-9]\d{1,2}\)?[-\s+]{1,2}[2-8]\d{2,3}[-\s+]?\d{4}(?![\p{L}\d])/gu),
  // Any other number that names its country; after a letter a plus may be a blank, and short digits a day.
  phone(
    /(?:(?<![\p{Script=Latin}\d])\+[1-9](?:[-.\s+()]{0,2}\d){7,14}|\+[1-9](?:[-.\s+()]{0,2}\d){9,14})(?!\d)/gu,
  ),
  phone(/(?<![\p{L}\d])00[1-9](?:[-.\s()]?\d){8,13}(?![\p{L}\d])/gu),
];

/** Without one of these a URL hides nothing that is not plain to see. */
const MAY_HIDE = /[@%\uff01-\uff5e]/;

const VERBATIM: ReadonlySet<string> = new Set(CLICK_IDS);

function redact(text: string, searched: readonly PersonalData[]): string {
  return searched.reduce((rest, data) => redactOne(rest, data), text);
}

function redactOne(text: string, data: PersonalData): string {
  const isEncoded = text.includes('%');
  if (!isEncoded && !FULL_WIDTH.test(text)) {
    return mayHold(text, data) ? text.replace(data.pattern, data.mark) : text;
  }
  const placed = isEncoded ? decodePlaced(text) : null;
  const plain = narrow(placed?.text ?? text);
  if (!mayHold(plain, data)) return text;
  const placeOf = (index: number): number => placed?.places[index] ?? index;
  let redacted = '';
  let end = 0;
  for (const { 0: found, index } of plain.matchAll(data.pattern)) {
    redacted += text.slice(end, placeOf(index)) + data.mark;
    end = placeOf(index + found.length);
  }
  return redacted + text.slice(end);
}

function mayHold(text: string, { sign }: PersonalData): boolean {
  return sign.test(text);
}

const FULL_WIDTH = /[\uff01-\uff5e]/;

/** Full-width characters as the ASCII they stand for, each in its place. */
function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
