import { type DayRange, type SlaClock, WEEKDAYS, type WorkTimes } from '../../contract/lead/routing-rules.ts';
import { createZone, dayOfDate } from './create-zone.ts';

/** Counts the hours that an SLA counts. */
export interface WorkClock {
  /** When so many hours will have passed since `start`. */
  after(start: number, hours: number): number;
  /** Counted hours from one moment to a later one; 0 where that is not later. */
  between(start: number, end: number): number;
  /** The day there, counted from 1970-01-01. */
  dayAt(at: number): number;
  isWorkday(day: number): boolean;
}

/** @param away Days on which somebody is not there, besides the holidays of their territory. */
export function createWorkClock(work: WorkTimes, clock: SlaClock, away: readonly DayRange[] = []): WorkClock {
  const zone = createZone(work.timeZone);
  const weekdays = new Set<number>(work.days.map((day) => WEEKDAYS.indexOf(day)));
  const workdays = new Set(work.workdays.map(dayOfDate));
  const holidays = work.holidays.map(daysOf);
  const leave = away.map(daysOf);
  const [from, to] = clock === 'working' ? [work.from, work.to] : [0, DAY_MINUTES];
  const isWorkday = (day: number): boolean =>
    !isIn(leave, day) && (workdays.has(day) || (weekdays.has(weekdayOf(day)) && !isIn(holidays, day)));

  return { after, between, dayAt: zone.dayAt, isWorkday };

  function after(start: number, hours: number): number {
    let left = Math.max(0, hours) * HOUR_MS;
    if (clock === 'calendar') return start + left;
    const first = zone.dayAt(start);
    for (let day = first; day < first + MAX_DAYS; day += 1) {
      if (!isWorkday(day)) continue;
      const opens = Math.max(start, zone.instantOf(day, from));
      const room = zone.instantOf(day, to) - opens;
      if (room <= 0) continue;
      if (left <= room) return opens + left;
      left -= room;
    }
    return zone.instantOf(first + MAX_DAYS, 0) + left;
  }

  function between(start: number, end: number): number {
    if (!(end > start)) return 0;
    if (clock === 'calendar') return (end - start) / HOUR_MS;
    const first = zone.dayAt(start);
    const last = Math.min(zone.dayAt(end), first + MAX_DAYS - 1);
    let sum = 0;
    for (let day = first; day <= last; day += 1) {
      if (!isWorkday(day)) continue;
      const opens = Math.max(start, zone.instantOf(day, from));
      sum += Math.max(0, Math.min(end, zone.instantOf(day, to)) - opens);
    }
    return sum / HOUR_MS;
  }
}

const HOUR_MS = 3_600_000;
const DAY_MINUTES = 1440;
/** Ten years without a working day are looked at; what is then left is counted like any hours. */
const MAX_DAYS = 3653;

/** 1970-01-01 was a Thursday; 0 is Monday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

interface Days {
  readonly from: number;
  readonly to: number;
}

function daysOf({ from, to }: DayRange): Days {
  return { from: dayOfDate(from), to: dayOfDate(to) };
}

function isIn(ranges: readonly Days[], day: number): boolean {
  return ranges.some(({ from, to }) => day >= from && day <= to);
}
