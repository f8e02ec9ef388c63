import type { Locale } from './locale.ts';

/**
 * A moment as the reader's language writes it, to the minute and with its time zone: Chinese texts name Beijing
 * time, English ones UTC.
 */
export function formatMoment(at: number, locale: Locale): string {
  const parts = partsOf(at + (locale === 'zh' ? BEIJING_OFFSET_MS : 0));
  return locale === 'zh'
    ? `${parts.year}年${parts.month}月${parts.day}日 ${parts.time}（北京时间）`
    : `${parts.day} ${MONTHS[parts.month - 1]} ${parts.year}, ${parts.time} UTC`;
}

/** China keeps one zone without daylight saving. */
const BEIJING_OFFSET_MS = 8 * 3_600_000;

// prettier-ignore
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
  'October', 'November', 'December'] as const;

function partsOf(at: number): { year: number; month: number; day: number; time: string } {
  const date = new Date(at);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    time: date.toISOString().slice(11, 16),
  };
}
