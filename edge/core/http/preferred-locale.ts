import { isLocale, type Locale } from '../../contract/locale.ts';

/** The first of our languages in the order of an `Accept-Language` header (RFC 9110, 12.5.4), else the site's own. */
export function preferredLocale(header: string | null, siteLocale: Locale): Locale {
  let best: Locale | null = null;
  let bestWeight = 0;
  for (const part of (header ?? '').slice(0, 256).split(',')) {
    const [range = '', ...parameters] = part.split(';');
    const language = range.trim().slice(0, 2).toLowerCase();
    const weight = weightOf(parameters);
    if (isLocale(language) && weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
  }
  return best ?? siteLocale;
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/i.exec(parameter)?.[1]).find(Boolean);
  return quality === undefined ? 1 : Number(quality) || 0;
}
