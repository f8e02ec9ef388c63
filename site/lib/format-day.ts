import { LANGUAGE_TAGS, type Locale } from '../../edge/contract/locale.ts';

/** `2026-10-12` as people write it; a day has no time zone. */
export function formatDay(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
