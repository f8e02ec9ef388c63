import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SentEvent } from '../../contract/behaviour.ts';
import type { RegisterAnswer } from '../../contract/registration.ts';
import { createThanksTokens } from '../thanks-tokens.ts';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { postJson, postText, registerBody, TEST_ORIGIN } from '../testing/requests.ts';

const PATH = '/api/events';
const DAY_MS = 86_400_000;
const WECHAT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.60';
const VIEW: SentEvent = ['view', 'p1', 5000, '/en/cases/', 12, 80];

async function registered(): Promise<TestApp & { visitor: string; id: string }> {
  const it = await createTestApp();
  const response = await it.app.fetch(postJson('/api/register', registerBody()));
  const { visitor, id } = (await response.json()) as RegisterAnswer;
  return { ...it, visitor, id };
}

async function codeOf(response: Response): Promise<string> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return ((await response.json()) as { code: string }).code;
}

describe('what a known visitor does', () => {
  test('is stored with their registration, and answered with nothing', async () => {
    const { app, pool, time, visitor, id } = await registered();
    time.now += DAY_MS;
    const events: SentEvent[] = [
      [
        'visit',
        'v1',
        9000,
        `${TEST_ORIGIN}/en/cases/?utm_source=baidu&bd_vid=A`,
        'https://www.baidu.com/',
        '',
      ],
      VIEW,
      ['cta', 'a1', 1000, '/en/cases/', 'Ask an engineer'],
    ];
    const response = await app.fetch(postText(PATH, { visitor, events }, { 'user-agent': WECHAT }));
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(pool.batches).toEqual([
      {
        registration: id,
        at: time.now,
        maxEvents: 5000,
        events: [
          {
            type: 'visit',
            id: 'v1',
            touch: {
              at: time.now - 9000,
              landingUrl: `${TEST_ORIGIN}/en/cases/?utm_source=baidu&bd_vid=A`,
              referrer: 'https://www.baidu.com/',
              app: 'MicroMessenger',
              utm: { utm_source: 'baidu' },
              clickIds: { bd_vid: 'A' },
              variant: null,
            },
          },
          { type: 'view', id: 'p1', at: time.now - 5000, path: '/en/cases/', seconds: 12, depth: 80 },
          { type: 'cta', id: 'a1', at: time.now - 1000, path: '/en/cases/', what: 'Ask an engineer' },
        ],
      },
    ]);
  });

  test('is stored without personal data, and without our own host as a referrer', async () => {
    const { app, pool, visitor } = await registered();
    const events = [
      ['visit', 'v1', 0, `${TEST_ORIGIN}/en/?utm_content=ada@plant.example`, `${TEST_ORIGIN}/en/`, ''],
      ['view', 'p1', 0, '/en/ada@plant.example/?q=ada@plant.example', 1, 1],
      ['cta', 'a1', 0, '/en/', 'Write to ada@plant.example'],
    ];
    await app.fetch(postText(PATH, { visitor, events }));
    expect(pool.batches[0]?.events).toHaveLength(3);
    expect(JSON.stringify(pool.batches)).not.toContain('ada@');
    expect(pool.batches[0]?.events[0]).toMatchObject({ touch: { referrer: null } });
  });

  test.each([
    ['an event that is none', [7]],
    ['another type', [['purchase', 'a1', 0, '/en/', '']]],
    ['an id of another shape', [['view', 'A b', 0, '/en/', 1, 1]]],
    ['a long id', [['view', 'a'.repeat(25), 0, '/en/', 1, 1]]],
    ['a time that is none', [['view', 'a1', 'now', '/en/', 1, 1]]],
    ['a page elsewhere', [['view', 'a1', 0, 'https://evil.example/', 1, 1]]],
    ['a page of the edge', [['view', 'a1', 0, '/d/token', 1, 1]]],
    ['a visit without an address', [['visit', 'a1', 0, '', '', '']]],
  ])('is left out where it is malformed: %s', async (_, events) => {
    const { app, pool, visitor } = await registered();
    expect((await app.fetch(postText(PATH, { visitor, events }))).status).toBe(204);
    expect(pool.batches).toEqual([]);
    await app.fetch(postText(PATH, { visitor, events: [...events, VIEW] }));
    expect(pool.batches.flatMap((batch) => batch.events)).toHaveLength(1);
  });

  test('is read of whatever shape, up to a hundred events, and none is a fault', async () => {
    const { app, pool, visitor, logged } = await registered();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), async (events) => {
        const { status } = await app.fetch(postText(PATH, { visitor, events }));
        expect([204, 413, 422]).toContain(status);
      }),
    );
    await app.fetch(postText(PATH, { visitor, events: Array.from({ length: 130 }, () => VIEW) }));
    expect(pool.batches.at(-1)?.events).toHaveLength(100);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('counts by the server’s clock and within limits', async () => {
    const { app, pool, time, visitor } = await registered();
    const events = [
      ['view', 'p1', -5000, '/en/', 1e9, 900],
      ['view', 'p2', 1e15, '/en/', -1, -1],
    ];
    await app.fetch(postText(PATH, { visitor, events }));
    expect(pool.batches[0]?.events).toMatchObject([
      { at: time.now, seconds: 86_400, depth: 100 },
      { at: time.now - 396 * DAY_MS, seconds: 0, depth: 0 },
    ]);
  });
});

describe('a visitor who is not known', () => {
  test('is told so: no token, another token, one that is altered, of an erased registration or too old', async () => {
    const { app, pool, keyring, time, visitor, id } = await registered();
    const other = createThanksTokens({ keyring }).sign({
      entry: 'landing/open-day',
      locale: 'en',
      registration: id,
      at: time.now,
    });
    for (const token of [undefined, 7, '', other, `${visitor}x`, visitor.slice(0, -2)]) {
      const response = await app.fetch(postText(PATH, { visitor: token, events: [VIEW] }));
      expect([response.status, await codeOf(response)]).toEqual([401, 'unknown_visitor']);
    }
    time.now += 397 * DAY_MS;
    expect((await app.fetch(postText(PATH, { visitor, events: [VIEW] }))).status).toBe(401);
    time.now -= 397 * DAY_MS;
    pool.registrations.clear();
    expect((await app.fetch(postText(PATH, { visitor, events: [VIEW] }))).status).toBe(401);
    expect([pool.batches, pool.rejections]).toEqual([[], []]);
  });
});

describe('who is no person', () => {
  test.each([
    ['bot', { 'user-agent': 'Mozilla/5.0 (compatible; Baiduspider/2.0)' }],
    ['preview', { 'user-agent': 'Slackbot-LinkExpanding 1.0' }],
    ['prefetch', { 'sec-purpose': 'prefetch;prerender' }],
    ['bot', { 'user-agent': '' }],
  ])('%s is counted apart, and nothing is stored', async (why, headers) => {
    const { app, pool, time, visitor } = await registered();
    const response = await app.fetch(postText(PATH, { visitor, events: [VIEW] }, headers));
    expect(response.status).toBe(204);
    expect([pool.batches, pool.apart]).toEqual([[], [{ what: 'events', why, at: time.now }]]);
  });
});

describe('a request that is none of ours', () => {
  test.each([
    [403, 'cross_site', { origin: 'https://evil.example' }, ''],
    [415, 'unsupported_type', { 'content-type': 'application/json' }, '{}'],
    [415, 'unsupported_type', { 'content-type': 'text/plain;charset=gbk' }, '{}'],
    [415, 'unsupported_type', { 'content-encoding': 'gzip' }, '{}'],
    [413, 'body_too_large', {}, JSON.stringify({ visitor: 'x'.repeat(16_400) })],
    [400, 'invalid_request', {}, 'visitor'],
    [400, 'invalid_request', {}, '[]'],
    [422, 'body_too_complex', {}, `{"events":${'['.repeat(20)}${']'.repeat(20)}}`],
  ])('is turned down with %i %s', async (status, code, headers, body) => {
    const { app, pool } = await registered();
    const response = await app.fetch(postText(PATH, body, headers));
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(pool.rejections).toEqual([]);
  });

  test('is no GET', async () => {
    const { app } = await registered();
    expect((await app.fetch(new Request(TEST_ORIGIN + PATH))).status).toBe(405);
  });

  test('waits while the pool can’t write', async () => {
    const { app, pool, visitor } = await registered();
    pool.failure = 'full';
    const response = await app.fetch(postText(PATH, { visitor, events: [VIEW] }));
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
  });
});
