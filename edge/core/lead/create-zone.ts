/** A time zone, asked often. */
export interface Zone {
  /** The day its calendars show, counted from 1970-01-01. */
  dayAt(at: number): number;
  /** Minutes since midnight that its clocks show. */
  minuteAt(at: number): number;
  /**
   * When its clocks show a minute of a day; 1,440 is the next midnight. Where they skip it, as much later; where they
   * show it twice, the first time.
   */
  instantOf(day: number, minute: number): number;
}

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** @param timeZone Name of the IANA database. @throws {RangeError} where there is no such zone. */
export function createZone(timeZone: string): Zone {
  const offsetAt = createOffsets(timeZone);
  const localAt = (at: number): number => at + offsetAt(at);
  return {
    dayAt: (at) => Math.floor(localAt(within(at)) / DAY_MS),
    minuteAt: (at) => Math.floor((((localAt(within(at)) % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS),
    instantOf(day, minute) {
      const local = within(day * DAY_MS + minute * MINUTE_MS);
      const before = offsetAt(local - DAY_MS);
      const after = offsetAt(local + DAY_MS);
      const early = local - Math.max(before, after);
      const late = local - Math.min(before, after);
      return localAt(early) === local ? early : late;
    },
  };
}

/** The day that a calendar date names, counted from 1970-01-01; NaN where it names none. */
export function dayOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** `2026-10-12`. */
export function dateOfDay(day: number): string {
  return new Date(within(day * DAY_MS)).toISOString().slice(0, 10);
}

/** Clocks change at a quarter of an hour of UTC, everywhere, since 1972. */
const SLOT_MS = 15 * MINUTE_MS;
/** Two years of quarters. */
const MAX_KEPT = 70_000;
/** What a `Date` can hold, less two days to reckon with. */
const MAX_TIME = 8.64e15 - 2 * DAY_MS;

function within(at: number): number {
  return Number.isNaN(at) ? 0 : Math.min(Math.max(at, -MAX_TIME), MAX_TIME);
}

/** `Intl` takes microseconds, of a few slots there are many questions: what it says is kept. */
function createOffsets(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    calendar: 'gregory',
    numberingSystem: 'latn',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const kept = new Map<number, number>();
  return (at) => {
    const slot = Math.floor(at / SLOT_MS);
    let offset = kept.get(slot);
    if (offset === undefined) {
      offset = readOffset(format, slot * SLOT_MS);
      if (kept.size >= MAX_KEPT) kept.clear();
      kept.set(slot, offset);
    }
    return offset;
  };
}

function readOffset(format: Intl.DateTimeFormat, at: number): number {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const year = parts.get('era')?.startsWith('B') === true ? 1 - part('year') : part('year');
  const local = new Date(0);
  local.setUTCFullYear(year, part('month') - 1, part('day'));
  local.setUTCHours(part('hour'), part('minute'), part('second'));
  return local.getTime() - at;
}
