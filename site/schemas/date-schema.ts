import { formattedText } from './formatted-text.ts';

/** A calendar day, `2026-10-12`. Kept as text: a day has no time zone. */
export const DateSchema = formattedText({
  test: isDay,
  expects: 'Use year-month-day, and a day that exists.',
  example: '2026-10-12',
  repair,
});

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function repair(value: string): string | undefined {
  const [, year, month, day] = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D?$/.exec(value) ?? [];
  if (year && month && day) return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  const [, germanDay, germanMonth, germanYear] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value) ?? [];
  if (!germanDay || !germanMonth || !germanYear) return undefined;
  return [germanYear, germanMonth.padStart(2, '0'), germanDay.padStart(2, '0')].join('-');
}
