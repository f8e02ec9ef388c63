import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SlaClock, WEEKDAYS, type WorkTimes } from '../../contract/lead/routing-rules.ts';
import { CHINA, GERMANY } from '../testing/routing-fixture.ts';
import { createWorkClock } from './create-work-clock.ts';
import { createZone, DAY_MS, dateOfDay, dayOfDate } from './create-zone.ts';

const CHICAGO: WorkTimes = { ...GERMANY, timeZone: 'America/Chicago' };

function after(start: string, hours: number, { work, clock }: { work: WorkTimes; clock: SlaClock }): string {
  return new Date(createWorkClock(work, clock).after(Date.parse(start), hours)).toISOString();
}

describe('hours of a working day', () => {
  test.each<[string, WorkTimes, string, number, string]>([
    ['end on the same day', CHINA, '2026-11-24T10:00+08:00', 4, '2026-11-24T14:00+08:00'],
    ['go on the next morning', CHINA, '2026-11-24T16:00+08:00', 4, '2026-11-25T11:00+08:00'],
    ['begin when work does', CHINA, '2026-11-24T03:00+08:00', 1, '2026-11-24T10:00+08:00'],
    ['begin the next morning after work', CHINA, '2026-11-24T21:00+08:00', 1, '2026-11-25T10:00+08:00'],
    ['pass over the weekend', CHINA, '2026-11-27T17:00+08:00', 2, '2026-11-30T10:00+08:00'],
    [
      'pass over a long holiday, but not over a Saturday that is worked',
      CHINA,
      '2026-09-30T17:00+08:00',
      28,
      '2026-10-10T18:00+08:00',
    ],
    [
      'pass over the night in which clocks are put back',
      GERMANY,
      '2026-10-23T17:00+02:00',
      2,
      '2026-10-26T10:00+01:00',
    ],
    [
      'pass over the night in which clocks are put forward',
      CHICAGO,
      '2026-03-06T17:00-06:00',
      2,
      '2026-03-09T10:00-05:00',
    ],
  ])('%s', (_, work, start, hours, due) => {
    expect(after(start, hours, { work, clock: 'working' })).toBe(new Date(due).toISOString());
  });
});

describe('hours of working days', () => {
  test.each<[string, WorkTimes, string, number, string]>([
    ['run through the night', CHINA, '2026-11-24T16:00+08:00', 24, '2026-11-25T16:00+08:00'],
    ['stand still on the weekend', CHINA, '2026-11-27T17:00+08:00', 24, '2026-11-30T17:00+08:00'],
    [
      'begin on Monday for what comes on Sunday',
      CHINA,
      '2026-11-29T12:00+08:00',
      24,
      '2026-12-01T00:00+08:00',
    ],
    ['stand still for a holiday', CHINA, '2026-09-30T20:00+08:00', 24, '2026-10-08T20:00+08:00'],
    [
      'are those that pass while clocks are put back',
      { ...GERMANY, days: [...WEEKDAYS] },
      '2026-10-24T12:00+02:00',
      24,
      '2026-10-25T11:00+01:00',
    ],
    [
      'are those that pass while clocks are put forward',
      { ...CHICAGO, days: [...WEEKDAYS] },
      '2026-03-07T12:00-06:00',
      24,
      '2026-03-08T13:00-05:00',
    ],
  ])('%s', (_, work, start, hours, due) => {
    expect(after(start, hours, { work, clock: 'workdays' })).toBe(new Date(due).toISOString());
  });
});

test('hours of the calendar ask for no calendar', () => {
  expect(after('2026-10-01T00:00Z', 24, { work: CHINA, clock: 'calendar' })).toBe('2026-10-02T00:00:00.000Z');
});

test('leave stands still, even on a day that is worked by order', () => {
  const clock = createWorkClock(CHINA, 'workdays', [{ from: '2026-10-08', to: '2026-10-11' }]);
  expect(dateOfDay(clock.dayAt(clock.after(Date.parse('2026-09-30T20:00+08:00'), 24)))).toBe('2026-10-12');
});

test('a calendar without a working day comes to an end', () => {
  const work = { ...CHINA, holidays: [{ from: '2000-01-01', to: '2999-12-31' }], workdays: [] };
  const due = createWorkClock(work, 'working').after(Date.parse('2026-01-01T00:00Z'), 1);
  expect(new Date(due).getUTCFullYear()).toBe(2036);
});

const works = fc.record({
  timeZone: fc.constantFrom(
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/Chicago',
    'Australia/Lord_Howe',
    'UTC',
  ),
  days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  from: fc.integer({ min: 0, max: 600 }),
  to: fc.integer({ min: 720, max: 1440 }),
  holidays: fc.array(
    fc.integer({ min: 20_300, max: 21_000 }).map((day) => ({ from: dateOfDay(day), to: dateOfDay(day + 3) })),
    { maxLength: 5 },
  ),
  workdays: fc.array(
    fc.integer({ min: 20_300, max: 21_000 }).map((day) => dateOfDay(day)),
    { maxLength: 5 },
  ),
});
const clocks = fc.constantFrom('working' as const, 'workdays' as const, 'calendar' as const);
const moment = fc.integer({ min: 20_300, max: 21_000 * DAY_MS }).map((at) => Math.max(at, 20_300 * DAY_MS));

describe('any clock', () => {
  test('counts back what it counted on', () => {
    fc.assert(
      fc.property(works, clocks, moment, fc.integer({ min: 1, max: 400 }), (work, clock, start, quarters) => {
        const { after: due, between } = createWorkClock(work, clock);
        expect(between(start, due(start, quarters / 4))).toBeCloseTo(quarters / 4, 6);
      }),
      { numRuns: 500 },
    );
  });

  test('is due later for more hours, and never before it began', () => {
    fc.assert(
      fc.property(works, clocks, moment, fc.nat(400), fc.nat(400), (work, clock, start, hours, more) => {
        const { after: due } = createWorkClock(work, clock);
        const first = due(start, hours);
        expect(first).toBeGreaterThanOrEqual(start);
        expect(due(start, hours + more)).toBeGreaterThanOrEqual(first);
      }),
    );
  });
});

describe('a time zone', () => {
  test('agrees with Intl, at every moment', () => {
    const zones = [
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/Chicago',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2e12 }), (timeZone, at) => {
        const zone = createZone(timeZone);
        const parts = new Intl.DateTimeFormat('sv-SE', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'short',
        }).format(at);
        const minute = zone.minuteAt(at);
        const clock = [Math.floor(minute / 60), minute % 60]
          .map((part) => String(part).padStart(2, '0'))
          .join(':');
        expect(`${dateOfDay(zone.dayAt(at))} ${clock}`).toBe(parts);
        expect(Math.floor(zone.instantOf(zone.dayAt(at), minute) / 60_000)).toBeLessThanOrEqual(
          Math.floor(at / 60_000),
        );
      }),
    );
  });

  test('takes a time that clocks skip as later, and one they show twice as the first', () => {
    const zone = createZone('Europe/Berlin');
    const at = (date: string, minute: number) =>
      new Date(zone.instantOf(dayOfDate(date), minute)).toISOString();
    expect(at('2026-03-29', 150)).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-10-25', 150)).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-10-25', 1440)).toBe('2026-10-25T23:00:00.000Z');
  });

  test('has an answer for times that no calendar has', () => {
    const zone = createZone('Asia/Shanghai');
    for (const at of [Number.NaN, Infinity, -Infinity, 1e300, -1e300]) {
      expect(Number.isFinite(zone.dayAt(at))).toBe(true);
      expect(zone.minuteAt(at)).toBeGreaterThanOrEqual(0);
    }
  });
});
