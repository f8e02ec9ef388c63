import type { Locale, Localized } from '../../edge/contract/locale.ts';

/** `2026-10-12` as people write it; a day has no time zone. */
export function formatDay(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(DATE_TAGS[locale], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** Our English is British. */
const DATE_TAGS: Localized = { zh: 'zh-CN', en: 'en-GB' };
