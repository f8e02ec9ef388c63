import type { Locale, Localized } from '../../edge/contract/locale.ts';

/** `2026-10-12` as people write it; a day has no time zone. */
export function formatDay(day: string, locale: Locale): string {
  return FORMATS[locale].format(new Date(`${day}T00:00:00Z`));
}

const OPTIONS: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: 'UTC' };

/** Our English is British. */
const FORMATS: Localized<Intl.DateTimeFormat> = {
  zh: new Intl.DateTimeFormat('zh-CN', OPTIONS),
  en: new Intl.DateTimeFormat('en-GB', OPTIONS),
};
