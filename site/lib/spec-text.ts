import type { Locale } from '../../edge/contract/locale.ts';
import type { SpecRange, SpecText, SpecValue } from '../schemas/spec-value-schema.ts';

interface Options {
  readonly locale: Locale;
  /** Stands behind the value, unless there is none. */
  readonly unit?: SpecText | undefined;
}

/** A cell of a specification table as visitors read it: `0.02–4 mm`, `≤ 600 mm`, `Yes`. */
export function specText(value: SpecValue, { locale, unit }: Options): string {
  const text = bareText(value, locale);
  if (unit === undefined || typeof value === 'boolean' || text === NONE) return text;
  return `${text}\u00a0${plainText(unit, locale)}`;
}

/** A text that may be the same in both languages, in one of them. */
export function plainText(text: SpecText, locale: Locale): string {
  return typeof text === 'string' ? text : text[locale];
}

/** How a table says that there is nothing. */
const NONE = '–';

const YES_NO = { zh: ['是', '否'], en: ['Yes', 'No'] } as const;

function bareText(value: SpecValue, locale: Locale): string {
  if (typeof value === 'number') return numberText(value, locale);
  if (typeof value === 'boolean') return YES_NO[locale][value ? 0 : 1];
  if (typeof value === 'string') return /^[-–—]+$/.test(value) ? NONE : value;
  return 'zh' in value ? value[locale] : rangeText(value, locale);
}

function rangeText({ from, to }: SpecRange, locale: Locale): string {
  if (from === undefined) return `≤\u00a0${numberText(to ?? 0, locale)}`;
  if (to === undefined) return `≥\u00a0${numberText(from, locale)}`;
  // Between signs a dash would read as one more of them.
  const between = locale === 'zh' ? '～' : from < 0 ? ' to ' : '–';
  return `${numberText(from, locale)}${between}${numberText(to, locale)}`;
}

function numberText(value: number, locale: Locale): string {
  const format = { maximumFractionDigits: 12, useGrouping: locale === 'en' };
  return new Intl.NumberFormat('en-US', format).format(value).replace('-', '−');
}
