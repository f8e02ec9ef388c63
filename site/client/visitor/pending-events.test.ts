import { expect, test } from 'vitest';
import { parseEvents } from '../../../edge/core/parse/parse-events.ts';
import type { KeptJourney } from '../journey/kept-journey.ts';
import type { KeptVisitor } from './kept-visitor.ts';
import { noteSent, pendingEvents } from './pending-events.ts';

const AT = Date.UTC(2026, 10, 24, 8, 30);
const VISITOR: KeptVisitor = { token: 't', at: AT, viewsFrom: AT - 60_000, sent: {} };
const visit = (landedAt: number, landingUrl = 'https://www.northlake.example/zh/') => ({
  landingUrl,
  referrer: '',
  landedAt,
  variant: '',
});
const view = (at: number, seconds = 5) => ({ at, path: '/zh/cases/', seconds, depth: 40 });
const act = (at: number, what = '下载') => ({ at, type: 'cta' as const, path: '/zh/cases/', what });
const journey = (parts: Partial<KeptJourney>) => ({ visits: [], views: [], acts: [], ...parts });
const pending = (parts: Partial<KeptJourney>, visitor = VISITOR, now = AT + 9000) =>
  pendingEvents(journey(parts), { visitor, now });

test('what was done after the registration is to be sent, oldest first, and how long its page is read', () => {
  const found = pending({
    visits: [visit(AT - 90_000), visit(AT + 2000)],
    views: [view(AT - 90_000), view(AT - 60_000), view(AT + 3000)],
    acts: [act(AT - 1), act(AT + 1)],
  });
  expect(found.map(({ event: [type, , msAgo] }) => [type, msAgo])).toEqual([
    ['view', 69_000],
    ['cta', 8999],
    ['visit', 7000],
    ['view', 6000],
  ]);
});

test('an event has the same id in every tab, of which no two share one, and the server takes it', () => {
  const parts = {
    visits: [visit(AT + 1)],
    views: [view(AT + 1)],
    acts: [act(AT + 1), act(AT + 1, '预约'), act(AT + 2)],
  };
  const found = pending(parts);
  expect(pending(parts, VISITOR, AT + 99_000).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  expect(new Set(found.map(({ id }) => id)).size).toBe(5);
  const events = found.map(({ event }) => event);
  expect(parseEvents(events, { now: AT + 9000, ownHosts: [] })).toHaveLength(5);
});

test('what was sent is not sent again, but a view that has grown', () => {
  const events = pending({ views: [view(AT + 1), view(AT + 2)], acts: [act(AT + 1)] });
  const visitor = noteSent(VISITOR, { events, known: 450 });
  const grown = { views: [view(AT + 1), view(AT + 2, 9)], acts: [act(AT + 1)] };
  expect(pending(grown, visitor).map(({ event }) => event)).toEqual([
    ['view', events[2]?.id, 8998, '/zh/cases/', 9, 40],
  ]);
});

test('no more is noted than a journey holds', () => {
  const sent = Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`e${n}`, 1]));
  const visitor = noteSent({ ...VISITOR, sent }, { events: pending({ acts: [act(AT + 1)] }), known: 450 });
  expect(Object.keys(visitor.sent)).toHaveLength(451);
  expect(visitor.sent).toHaveProperty('e899');
});

test('one request takes a hundred events and 16 KiB at most, however large they are', () => {
  const many = { acts: Array.from({ length: 150 }, (_, n) => act(AT + 1 + n, 'x')) };
  expect(pending(many)).toHaveLength(100);
  const long = `https://www.northlake.example/?q=${'检'.repeat(9000)}`;
  const large = pending({ visits: Array.from({ length: 9 }, (_, n) => visit(AT + 1 + n, long)) });
  expect(large.length).toBeGreaterThan(0);
  const bytes = new TextEncoder().encode(JSON.stringify(large.map(({ event }) => event))).length;
  expect(bytes).toBeLessThan(15_000);
});
