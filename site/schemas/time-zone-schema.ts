import { formattedText } from './formatted-text.ts';

/** Of a site that names none. */
export const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

/** A time zone by continent and city, as the IANA database names it. */
export const TimeZoneSchema = formattedText({
  test: isTimeZone,
  expects: 'Name the zone by continent and city.',
  example: DEFAULT_TIME_ZONE,
});

function isTimeZone(value: string): boolean {
  try {
    return /^[A-Z]\w+\/\w/.test(value) && Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}
