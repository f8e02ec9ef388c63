import { expect, test } from 'vitest';
import { JOURNEY_KEY, VISITOR_KEY } from '../journey/forget.ts';
import { findVisitor, keepVisitor } from './kept-visitor.ts';
import { createBehaviourSender } from './send-behaviour.ts';

const AT = Date.UTC(2026, 10, 24, 8, 30);

/** A browser with one page read after the registration, and a server that answers as it is told. */
function createBrowser() {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const time = { now: AT };
  const answers: (Response | Error)[] = [];
  const sent: { visitor: string; events: unknown[][] }[] = [];
  const waits: { task: () => void; ms: number }[] = [];
  const luck = { value: 0.5 };
  let unknown = 0;
  keepVisitor(store, { token: 'token', page: '/zh/', now: AT });
  const read = (seconds: number) => {
    time.now += 1000;
    const views = [{ at: AT + 500, path: '/zh/cases/', seconds, depth: 10 }];
    kept.set(JOURNEY_KEY, JSON.stringify({ visits: [], views, acts: [], seenAt: time.now }));
  };
  read(1);
  const open = () =>
    createBehaviourSender({
      store,
      now: () => time.now,
      random: () => luck.value,
      delay: (task, ms) => waits.push({ task, ms }),
      onUnknown: () => (unknown += 1),
      fetch: async (_, { body }) => {
        sent.push(JSON.parse(body as string) as (typeof sent)[number]);
        const answer = answers.shift() ?? new Response(null, { status: 204 });
        if (answer instanceof Error) throw answer;
        return answer;
      },
    });
  return { kept, store, time, answers, sent, waits, luck, read, open, unknown: () => unknown };
}

const status = (code: number, headers: Record<string, string> = {}) =>
  new Response(null, { status: code, headers });

test('sends what is new, once, and what has grown', async () => {
  const it = createBrowser();
  const sender = it.open();
  await sender.send();
  await sender.send();
  expect(it.sent).toHaveLength(1);
  expect(it.sent[0]).toMatchObject({
    visitor: 'token',
    events: [['view', expect.any(String), 500, '/zh/cases/', 1, 10]],
  });
  it.read(7);
  await sender.send();
  expect(it.sent[1]?.events[0]?.slice(4)).toEqual([7, 10]);
  expect(it.sent[1]?.events[0]?.[1]).toBe(it.sent[0]?.events[0]?.[1]);
});

test('what an earlier page could not send waits for the next', async () => {
  const it = createBrowser();
  it.answers.push(new TypeError('offline'));
  await it.open().send();
  const next = it.open();
  expect(next.waitingSince()).toBe(AT + 500);
  await next.send();
  expect(it.sent).toHaveLength(2);
  expect(next.waitingSince()).toBeNull();
});

test('comes back after a wait that grows, with full jitter, and at once when the network does', async () => {
  const it = createBrowser();
  const sender = it.open();
  it.answers.push(status(503), new TypeError('offline'), status(500), status(408));
  for (const luck of [0, 0.5, 1]) {
    it.luck.value = luck;
    await sender.sendNow();
  }
  expect(it.waits.map(({ ms }) => ms)).toEqual([0, 4000, 16_000]);
  await sender.send();
  expect(it.sent).toHaveLength(3);
  it.time.now += 16_000;
  it.waits[2]?.task();
  await Promise.resolve();
  expect(it.sent).toHaveLength(4);
});

test('waits as long as the server asks, and never longer than ten minutes', async () => {
  const it = createBrowser();
  const sender = it.open();
  it.luck.value = 0;
  it.answers.push(status(429, { 'retry-after': '30' }), status(429, { 'retry-after': '9999' }));
  await sender.send();
  it.luck.value = 1;
  await sender.sendNow();
  expect(it.waits.map(({ ms }) => ms)).toEqual([30_000, 308_000]);
});

test('tells that the visitor is not known any more', async () => {
  const it = createBrowser();
  it.answers.push(status(401));
  await it.open().send();
  expect([it.unknown(), it.waits]).toEqual([1, []]);
});

test.each([400, 403, 413, 422])('lets go of what the server will never take: %i', async (code) => {
  const it = createBrowser();
  const sender = it.open();
  it.answers.push(status(code));
  await sender.send();
  await sender.send();
  expect([it.sent.length, it.waits]).toEqual([1, []]);
});

test('sends nothing once nobody is known', async () => {
  const it = createBrowser();
  it.store.removeItem(VISITOR_KEY);
  await it.open().send();
  expect(it.sent).toEqual([]);
});

test('does not take what went with an earlier registration for sent with the next', async () => {
  const it = createBrowser();
  const sender = it.open();
  const sending = sender.send();
  keepVisitor(it.store, { token: 'next', page: '/zh/cases/', now: AT + 2000 });
  await sending;
  expect(it.sent.map(({ visitor }) => visitor)).toEqual(['token', 'next']);
  expect(findVisitor(it.store)).toMatchObject({ token: 'next', at: AT + 2000, viewsFrom: AT + 500 });
});

test('keeps nothing where nothing can be kept, or something else is', () => {
  expect(findVisitor(null)).toBeNull();
  for (const text of ['', '{', '7', '{"token":1}', '{"token":"t","at":0,"sent":{}}']) {
    expect(findVisitor({ getItem: () => text, setItem: () => {}, removeItem: () => {} })).toBeNull();
  }
});
