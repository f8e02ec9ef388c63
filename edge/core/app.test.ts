import { describe, expect, test } from 'vitest';
import { PROBLEMS } from '../contract/problem.ts';
import { CATALOGUE_FIXTURE } from './testing/catalogue-fixture.ts';
import { createTestApp } from './testing/create-test-app.ts';
import { formFields, postForm, postJson, registerBody, TEST_ORIGIN } from './testing/requests.ts';

const get = (path: string, init?: RequestInit) => new Request(TEST_ORIGIN + path, init);

describe('every answer', () => {
  test('carries its request id and the headers that keep it safe', async () => {
    const { app } = await createTestApp();
    const requests = [
      postJson('/api/register', registerBody()),
      postJson('/api/register', '{'),
      postForm('/api/register', formFields()),
      postForm('/api/register', {}),
      postForm('/api/resend', {}),
      get('/d/x'),
      get('/t/x'),
      get('/healthz'),
      get('/api/nothing'),
      get('/api/register'),
    ];
    for (const [index, request] of requests.entries()) {
      const { headers } = await app.fetch(request);
      expect(headers.get('x-request-id')).toBe(`request-${index + 1}`);
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('x-robots-tag')).toBe('noindex');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('referrer-policy')).toMatch(/^(?:no-referrer|strict-origin-when-cross-origin)$/);
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
      expect(headers.has('set-cookie')).toBe(false);
      expect(headers.has('access-control-allow-origin')).toBe(false);
    }
  });

  test('asks for TLS only where there is TLS', async () => {
    const { app } = await createTestApp();
    const hsts = async (url: string, headers = {}) =>
      (await app.fetch(new Request(url, { headers }))).headers.get('strict-transport-security');
    expect(await hsts('http://localhost:4321/healthz')).toBeNull();
    expect(await hsts('http://localhost:4321/healthz', { 'x-forwarded-proto': 'https' })).toBeNull();
    expect(await hsts('https://localhost:4321/healthz')).not.toBeNull();
    // Behind a proxy that ends TLS.
    expect(await hsts('http://www.northlake.example/healthz')).not.toBeNull();
  });

  test('has an id of its own when none is given', async () => {
    const { app } = await createTestApp({ requestId: undefined });
    const id = (await app.fetch(get('/healthz', { headers: { 'x-request-id': 'chosen' } }))).headers.get(
      'x-request-id',
    );
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('health', () => {
  test('is good while the pool can write', async () => {
    const { app, pool } = await createTestApp();
    const good = await app.fetch(get('/healthz'));
    expect([good.status, await good.json()]).toEqual([200, { status: 'ok' }]);
    pool.failure = 'full';
    const bad = await app.fetch(get('/healthz', { headers: { accept: 'application/json' } }));
    expect(await bad.json()).toMatchObject({ code: 'storage_full', status: 503 });
  });
});

describe('an address', () => {
  test.each(['/api/nothing', '/api/register/', '/api//register', '/api/Register', '/d/', '/elsewhere'])(
    'that is none of ours is not found: %s',
    async (path) => {
      const { app } = await createTestApp();
      const response = await app.fetch(get(path, { headers: { 'accept-language': 'zh-CN' } }));
      expect(response.status).toBe(404);
      expect(await response.text()).toContain(`<!--message-->${PROBLEMS.not_found.title.zh}`);
    },
  );

  test.each([
    ['GET', '/api/register', 'POST'],
    ['PUT', '/api/register', 'POST'],
    ['OPTIONS', '/api/register', 'POST'],
    ['DELETE', '/api/resend', 'POST'],
    ['POST', '/d/x', 'GET, HEAD'],
    ['POST', '/t/x', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD'],
  ])('does not take %s %s', async (method, path, allow) => {
    const { app, pool } = await createTestApp();
    const response = await app.fetch(get(path, { method }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    expect(pool.rejections).toEqual([]);
  });
});

describe('a refusal', () => {
  test('is problem+json for a program', async () => {
    const { app } = await createTestApp();
    const response = await app.fetch(postJson('/api/register', '{', { 'accept-language': 'en' }));
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchInlineSnapshot(`
      {
        "code": "invalid_request",
        "detail": "Reload the page and send the form again.",
        "requestId": "request-1",
        "status": 400,
        "title": "The request could not be read",
        "type": "urn:gatehouse:problem:invalid_request",
      }
    `);
  });

  test.each([
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html; charset=utf-8'],
    ['*/*', 'text/html; charset=utf-8'],
    ['text/html, application/json;q=0.9', 'text/html; charset=utf-8'],
    ['application/json', 'application/problem+json'],
    ['application/problem+json', 'application/problem+json'],
  ])('to a client that accepts %s is %s', async (accept, type) => {
    const { app } = await createTestApp();
    expect((await app.fetch(get('/d/x', { headers: { accept } }))).headers.get('content-type')).toBe(type);
  });

  test.each([
    ['en', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['de-DE,en;q=0.7,zh;q=0.3', 'en'],
    ['en;q=0.1,zh;q=0.2', 'zh-Hans'],
    ['en;q=0,fr', 'zh-Hans'],
    ['fr', 'zh-Hans'],
    ['', 'zh-Hans'],
    [';;q=,,q=x', 'zh-Hans'],
  ])('speaks the language of %j: %s', async (language, tag) => {
    const { app } = await createTestApp();
    const response = await app.fetch(get('/d/x', { headers: { 'accept-language': language } }));
    expect(response.headers.get('content-language')).toBe(tag);
  });

  test('of every code has its texts in both languages', () => {
    for (const [code, { status, title, hint }] of Object.entries(PROBLEMS)) {
      expect(code).toMatch(/^[a-z_]+$/);
      expect(status).toBeGreaterThanOrEqual(400);
      for (const text of [title.zh, hint.zh]) expect(text).toMatch(/\p{Script=Han}/u);
      for (const text of [title.en, hint.en]) expect(text).toMatch(/^[A-Z][\x20-\x7e]+$/);
    }
  });
});

describe('an unknown error', () => {
  const boom = Object.assign(new Error('insert of Ada Wong <ada.wong@plant.example>, 138 0013 8000 failed'), {
    cause: new TypeError('row of Plant 7'),
  });

  test('is opaque outside', async () => {
    const { app, pool } = await createTestApp();
    pool.failure = boom;
    const response = await app.fetch(postJson('/api/register', registerBody()));
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchInlineSnapshot(`
      {
        "code": "internal",
        "detail": "Please try again. If it keeps happening, tell us the request id.",
        "requestId": "request-1",
        "status": 500,
        "title": "Something went wrong on our side",
        "type": "urn:gatehouse:problem:internal",
      }
    `);
  });

  test('gives a plain form back filled in', async () => {
    const { app, pool } = await createTestApp();
    pool.failure = boom;
    const html = await (await app.fetch(postForm('/api/register', formFields()))).text();
    expect(html).toContain('<!--refused-->Something went wrong on our side');
    expect(html).toContain('value="Ada Wong"');
    expect(html).toContain('request-1');
  });

  test('is logged with its causes and request id, without what the visitor sent', async () => {
    const { app, pool, logged } = await createTestApp();
    pool.failure = boom;
    await app.fetch(postJson('/api/register', registerBody()));
    const [line] = logged;
    expect(line).toMatchObject({
      level: 'error',
      event: 'request_failed',
      facts: { requestId: 'request-1', route: '/api/register', code: 'internal' },
    });
    const error = String(line?.facts['error']);
    expect(error.split('\n').filter((text) => !/^\s+at /.test(text))).toEqual([
      'Error: insert of […] <redacted-email>, redacted-phone failed',
      'caused by TypeError: row of […]',
    ]);
    expect(error).toContain('app.test.ts:');
  });

  test('in a page’s template still tells the visitor what happened', async () => {
    const pages = { ...CATALOGUE_FIXTURE.pages, message: { zh: '{{unheard}}', en: '{{unheard}}' } };
    const { app, logged } = await createTestApp({ catalogue: { ...CATALOGUE_FIXTURE, pages } });
    const response = await app.fetch(get('/d/x'));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'link_invalid' });
    expect(logged.map(({ event }) => event)).toEqual(['request_refused', 'request_failed']);
  });

  test('that is no error at all is opaque too', async () => {
    const { app, logged } = await createTestApp({ geo: () => Promise.reject(new Error()) as never });
    expect((await app.fetch(get('/healthz'))).status).toBe(200);
    const thrower = await createTestApp({
      geo: () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        throw 'Ada Wong';
      },
    });
    expect((await thrower.app.fetch(postJson('/api/register', registerBody()))).status).toBe(500);
    expect(JSON.stringify([logged, thrower.logged])).not.toContain('Ada');
  });
});
