import { expect, test } from 'vitest';
import { formatEventTime, withOffset } from './event-time.ts';

test.each([
  ['2027-01-21T14:00', 'Asia/Shanghai', '2027-01-21T14:00:00+08:00'],
  ['2027-07-01T09:30', 'Europe/Berlin', '2027-07-01T09:30:00+02:00'],
  ['2027-01-01T00:10', 'Europe/Berlin', '2027-01-01T00:10:00+01:00'],
  ['2027-03-28T03:30', 'Europe/Berlin', '2027-03-28T03:30:00+02:00'],
  ['2027-03-28T01:30', 'Europe/Berlin', '2027-03-28T01:30:00+01:00'],
  ['2027-01-21T14:00', 'Asia/Kolkata', '2027-01-21T14:00:00+05:30'],
  ['2027-01-21T14:00', 'America/Chicago', '2027-01-21T14:00:00-06:00'],
])('%s in %s is %s', (local, zone, expected) => {
  expect(withOffset(local, zone)).toBe(expected);
});

const EVENT = { starts: '2027-01-21T14:00', ends: '2027-01-21T15:30', zone: 'Asia/Shanghai' };

test('an event is told with its day, hours and zone', () => {
  expect(formatEventTime(EVENT, 'en')).toEqual({
    day: 'Thursday, 21 January 2027',
    time: '14:00–15:30 (China time, UTC+8)',
  });
  expect(formatEventTime(EVENT, 'zh')).toEqual({
    day: '2027年1月21日星期四',
    time: '14:00–15:30（北京时间，UTC+8）',
  });
});

test('a zone without a name people know is told by its distance from UTC', () => {
  expect(formatEventTime({ ...EVENT, zone: 'Asia/Kolkata' }, 'en').time).toBe('14:00–15:30 (UTC+5:30)');
});

test('an event of several days names the first and the last', () => {
  const fair = { ...EVENT, ends: '2027-01-23T17:00' };
  expect(formatEventTime(fair, 'en').day).toMatch(/21.*23 January 2027/);
});
