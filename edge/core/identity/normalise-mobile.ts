/**
 * A mobile number as E.164, or null. Without a country code the Chinese rule applies: 11 digits from 13 to 19
 * (MIIT numbering plan); everything else must name its country with `+` or `00` (ITU-T E.164, 8–15 digits).
 * Spaces, dashes, dots, brackets and the German `(0)` are how people group digits, and mean nothing.
 */
export function normaliseMobile(text: string): string | null {
  if (text.length > 64) return null;
  const digits = text
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(/^(\s*(?:\+|00)[\d\s]*)\(0\)/, '$1')
    .replace(GROUPING, '');
  const chinese = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(digits);
  if (chinese) return `+86${chinese[1]}`;
  const international = /^(?:\+|00)([1-9]\d{7,14})$/.exec(digits)?.[1];
  return international && !international.startsWith('86') ? `+${international}` : null;
}

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const GROUPING = /[\s().\-\u2010-\u2015\u2212/]/g;
