import type * as z from 'zod';
import type { Locale, Localized } from '../../edge/contract/locale.ts';
import type { EventSchema } from '../schemas/event-schema.ts';

export type Event = z.output<typeof EventSchema>;

/** A moment as clocks in `zone` show it (`2026-12-10T14:00`), with its distance from UTC: `2026-12-10T14:00:00+08:00`. */
export function withOffset(local: string, zone: string): string {
  const asUtc = Date.parse(`${local}:00Z`);
  // The distance may change between the two where clocks are put forward; a second look settles it.
  const first = offsetMinutes(asUtc, zone);
  const minutes = offsetMinutes(asUtc - first * 60_000, zone);
  return `${local}:00${offsetText(minutes)}`;
}

/** When an event takes place, as its invitation says it. */
export function formatEventTime(
  { starts, ends, zone }: Event,
  locale: Locale,
): { day: string; time: string } {
  const [from, to] = [starts, ends].map((local) => new Date(`${local}:00Z`));
  const lastDay = ends.slice(0, 10) === starts.slice(0, 10) ? undefined : to;
  const days = DAYS[locale];
  const minutes = offsetMinutes(Date.parse(withOffset(starts, zone)), zone);
  const utc = offsetText(minutes).replace(/^([+-])0?(\d+)(?::00)?/, '$1$2');
  const hours = `${starts.slice(11)}–${ends.slice(11)}`;
  const name = ZONE_NAMES[zone]?.[locale];
  const where = [name, `UTC${utc}`].filter((part) => part !== undefined).join(locale === 'zh' ? '，' : ', ');
  return {
    day: lastDay ? days.formatRange(from as Date, lastDay) : days.format(from),
    time: locale === 'zh' ? `${hours}（${where}）` : `${hours} (${where})`,
  };
}

const DAY: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'long',
  timeZone: 'UTC',
};

const DAYS: Localized<Intl.DateTimeFormat> = {
  zh: new Intl.DateTimeFormat('zh-CN', DAY),
  en: new Intl.DateTimeFormat('en-GB', DAY),
};

/** Names people know; other zones are told by their distance from UTC alone. */
const ZONE_NAMES: Readonly<Record<string, Localized>> = {
  'Asia/Shanghai': { zh: '北京时间', en: 'China time' },
  'Europe/Berlin': { zh: '德国时间', en: 'German time' },
  'Europe/London': { zh: '英国时间', en: 'UK time' },
  'America/New_York': { zh: '美国东部时间', en: 'Eastern time' },
  'America/Chicago': { zh: '美国中部时间', en: 'Central time' },
};

function offsetMinutes(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const local = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00Z`;
  return Math.round((Date.parse(local) - at) / 60_000);
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
