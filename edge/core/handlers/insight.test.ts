import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../contract/catalogue.ts';
import type { SendInsight } from '../ports/send-insight.ts';
import { CATALOGUE_FIXTURE } from '../testing/catalogue-fixture.ts';
import { createTestApp } from '../testing/create-test-app.ts';
import { TEST_ORIGIN } from '../testing/requests.ts';

const KEY = 'phc_0123456789abcdefghijABCDEFGHIJ';
const measured: Catalogue = {
  ...CATALOGUE_FIXTURE,
  site: { ...CATALOGUE_FIXTURE.site, insight: { key: KEY, upstream: 'https://eu.i.posthog.com' } },
};
const EVENT = { event: 'page_view', properties: { token: KEY } };
const BODY = { api_key: KEY, batch: [EVENT] };

interface Attempt {
  readonly body?: unknown;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly catalogue?: Catalogue;
  readonly upstream?: () => Promise<Response>;
}

async function send({ body = BODY, path = '/api/insight/e/', headers, catalogue, upstream }: Attempt = {}) {
  const calls: (readonly [string, RequestInit])[] = [];
  const sendInsight: SendInsight = (url, init) => {
    calls.push([url, init]);
    return upstream ? upstream() : Promise.resolve(Response.json({ status: 1 }));
  };
  const { app } = await createTestApp({ catalogue: catalogue ?? measured, sendInsight });
  const response = await app.fetch(
    new Request(TEST_ORIGIN + path, {
      method: 'POST',
      headers: { origin: TEST_ORIGIN, host: new URL(TEST_ORIGIN).host, ...headers },
      body: JSON.stringify(body),
    }),
  );
  return { response, calls };
}

describe('events for PostHog', () => {
  test('go to the one address of the site’s PostHog, with nothing of the visitor’s request but the body', async () => {
    const { response, calls } = await send({
      path: '/api/insight/e/?compression=none&_=1&url=https://elsewhere.example',
      headers: {
        cookie: 'session=secret',
        'x-forwarded-for': '203.0.113.9',
        'x-real-ip': '203.0.113.9',
        'x-forwarded-host': 'elsewhere.example',
        'user-agent': 'Mozilla/5.0',
        authorization: 'Bearer secret',
      },
    });
    expect(response.status).toBe(200);
    expect(calls).toHaveLength(1);
    const [url, init] = calls[0]!;
    expect(url).toBe('https://eu.i.posthog.com/e/');
    expect(init).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(BODY),
      redirect: 'manual',
    });
  });

  test.each([
    [
      'an event that is not of the catalogue',
      { ...BODY, batch: [EVENT, { ...EVENT, event: '$autocapture' }] },
    ],
    ['a name that every object has', { ...BODY, batch: [{ ...EVENT, event: 'constructor' }] }],
    ['another project', { ...BODY, api_key: 'phc_of_somebody_else' }],
    ['another project in an event', { ...BODY, batch: [{ ...EVENT, properties: { token: 'phc_other' } }] }],
    ['no event', { ...BODY, batch: [] }],
    ['events of no shape', { ...BODY, batch: [null, 7] }],
    ['a list', [BODY]],
  ])('are refused with %s', async (_, body) => {
    const { response, calls } = await send({ body });
    expect([response.status, calls.length]).toEqual([400, 0]);
  });

  test('are refused from elsewhere, when too large, and on any other path', async () => {
    const statusOf = async (attempt: Attempt) => {
      const { response, calls } = await send(attempt);
      expect(calls).toEqual([]);
      return response.status;
    };
    expect(await statusOf({ headers: { origin: 'https://elsewhere.example' } })).toBe(403);
    expect(await statusOf({ body: { ...BODY, filling: 'x'.repeat(1_100_000) } })).toBe(413);
    expect(await statusOf({ path: '/api/insight/flags/' })).toBe(404);
    expect(await statusOf({ path: '/api/insight/e/../static/array.js' })).toBe(404);
    expect(await statusOf({ catalogue: CATALOGUE_FIXTURE })).toBe(404);
  });

  test.each([
    ['fails', () => Promise.reject(new Error('refused'))],
    ['answers with an error', () => Promise.resolve(new Response('no', { status: 500 }))],
    [
      'leads elsewhere',
      () => Promise.resolve(new Response(null, { status: 302, headers: { location: 'http://10.0.0.1/' } })),
    ],
  ])('are to come again later where PostHog %s', async (_, upstream) => {
    const { response, calls } = await send({ upstream });
    expect([response.status, calls.length]).toEqual([503, 1]);
    expect(response.headers.get('location')).toBeNull();
  });

  test('bring nothing of PostHog’s answer back but that it took them', async () => {
    const { response } = await send({
      upstream: () =>
        Promise.resolve(new Response('<script>', { headers: { 'set-cookie': 'a=b', 'x-a': 'b' } })),
    });
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('x-a')).toBeNull();
    expect(await response.json()).toEqual({ status: 1 });
  });
});
