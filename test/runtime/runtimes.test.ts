import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqlitePool } from '../../edge/pool/sqlite/open-sqlite-pool.node.ts';
import { RUNTIME_NAMES, startRuntimes, type Runtime, type Runtimes } from './runtimes.ts';
import { BROWSER_AGENT } from '../support/browser-agent.ts';

let runtimes: Runtimes;
let serial = 0;

beforeAll(async () => {
  runtimes = await startRuntimes();
}, 120_000);

afterAll(() => runtimes.stop());

test('the bare edge VM holds nothing of Node', () => {
  expect(runtimes.leaks).toEqual([]);
});

test('the edge function takes at most 200 KB compressed', () => {
  expect(runtimes.functionBytes).toBeLessThanOrEqual(200_000);
});

test('the middleware takes at most 3 KB compressed', () => {
  expect(runtimes.middlewareBytes).toBeLessThanOrEqual(3_000);
});

// The other two answer for the edge's paths alone.
describe.each(['Node server', 'bare edge VM'])('a page shown in two versions, on the %s', (name) => {
  const PAGE = '/en/landing/vial-sample-test/';
  const browser = (n: number) => ({
    'user-agent': `Mozilla/5.0 (X11; Linux x86_64; rv:${n}.0) Firefox/${n}.0`,
    'x-forwarded-for': '2001:db8:1:2::17',
  });
  const visit = (path: string, headers: Record<string, string>, method = 'GET') => {
    const { origin, fetch } = runtimes.all.find((each) => each.name === name)!;
    return fetch(new Request(origin + path, { headers, method }));
  };
  const versionOf = async (headers: Record<string, string>, path = PAGE) =>
    /name="variant" value="(.)"/.exec(await (await visit(path, headers)).text())?.[1];

  test('shows every visitor one of them, the same wherever the site runs', async () => {
    const versions = await Promise.all(Array.from({ length: 24 }, (_, n) => versionOf(browser(100 + n))));
    expect(versions.join('')).toMatchInlineSnapshot(`"bbbabbbbabbaabababbaaaab"`);
  });

  test('answers at the address itself, for no cache to keep', async () => {
    const answer = await visit(`${PAGE}?variant=b`, browser(100));
    expect([answer.status, answer.url]).toEqual([200, expect.stringContaining(`${PAGE}?variant=b`)]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'private, no-cache',
      vary: 'Accept-Encoding, User-Agent',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect((await visit(PAGE, browser(100), 'HEAD')).status).toBe(200);
  });

  test('shows the version that is asked for, and the page itself to search engines', async () => {
    expect(await versionOf(browser(100), `${PAGE}?variant=a`)).toBe('a');
    expect(await versionOf(browser(100), `${PAGE}?variant=b`)).toBe('b');
    const robots = Array.from({ length: 12 }, (_, n) => ({
      'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
      'x-forwarded-for': `66.249.66.${n}`,
    }));
    expect(new Set(await Promise.all(robots.map((robot) => versionOf(robot))))).toEqual(new Set(['a']));
  });

  test('answers nobody from where the version lies, and leads to the slash', async () => {
    for (const path of [
      `/gatehouse-variants/b${PAGE}`,
      `/gatehouse-variants/b${PAGE}index.html`,
      `/%67atehouse-variants/b${PAGE}`,
      `//gatehouse-variants/b${PAGE}`,
    ]) {
      const answer = await visit(path, browser(100));
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text()).not.toContain('name="variant"');
    }
    const bare = await visit(PAGE.slice(0, -1), browser(100));
    expect([bare.status, bare.headers.get('location')]).toEqual([308, PAGE]);
  });

  // Attack 19.
  test('heeds no forged header', async () => {
    const forged = {
      'x-middleware-rewrite': `/gatehouse-variants/b${PAGE}`,
      'x-middleware-subrequest': 'middleware:middleware:middleware',
      'x-middleware-next': '1',
      'x-rewrite-url': `/gatehouse-variants/b${PAGE}`,
    };
    const plain = await versionOf(browser(100));
    expect(await versionOf({ ...browser(100), ...forged })).toBe(plain);
    expect((await visit(`/gatehouse-variants/b${PAGE}`, { ...browser(100), ...forged })).status).toBe(404);
  });

  test('leaves every other page as it is', async () => {
    const answer = await visit('/en/landing/electrode-open-day/?variant=b', browser(100));
    expect([answer.status, answer.headers.get('vary')?.includes('User-Agent') ?? false]).toEqual([
      200,
      false,
    ]);
    expect(await answer.text()).not.toContain('name="variant"');
  });
});

test('only the platform’s runtimes take the place of a visitor from its headers', async () => {
  const headers = {
    'x-vercel-ip-country': 'CN',
    'x-vercel-ip-country-region': 'JS',
    'x-vercel-ip-city': encodeURIComponent('苏州'),
  };
  const pool = await openSqlitePool({ path: runtimes.poolPath, ifAbsent: 'refuse' });
  const geos = await Promise.all(
    runtimes.all.slice(1).map(async ({ name, origin, fetch }) => {
      const response = await fetch(
        new Request(`${origin}/api/register`, {
          method: 'POST',
          body: JSON.stringify(registration()),
          headers: { ...headers, origin, 'content-type': 'application/json' },
        }),
      );
      const { id } = (await response.json()) as { id: string };
      return [name, (await pool.findRegistration(id))?.geo];
    }),
  );
  await pool.close();
  expect(Object.fromEntries(geos)).toEqual({
    'Node server': null,
    'bare edge VM': { country: 'CN', region: 'JS', city: '苏州' },
    'Node function': { country: 'CN', region: 'JS', city: '苏州' },
  });
});

describe.each(RUNTIME_NAMES)('%s', (name) => {
  let runtime: Runtime;
  beforeAll(() => {
    runtime = runtimes.all.find((each) => each.name === name)!;
  });

  test('is healthy', async () => {
    const response = await call('/healthz');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  test('registers with 201, repeats the answer, and gives the file byte for byte', async () => {
    const body = registration();
    const first = await post('/api/register', body);
    expect(first.status).toBe(201);
    const { id, downloadUrl, thanksUrl } = (await first.json()) as Record<string, string>;
    const again = await post('/api/register', body);
    expect([again.status, await again.json()]).toMatchObject([201, { id }]);
    const other = await post('/api/register', {
      ...body,
      answers: { ...body.answers, name: 'Somebody else' },
    });
    expect([other.status, await other.json()]).toMatchObject([409, { code: 'idempotency_mismatch' }]);

    const file = await call(downloadUrl!);
    const clear = await readFile(
      join(runtimes.contentRoot, 'whitepapers/inline-gauging/inline-gauging.en.pdf'),
    );
    expect(file.status).toBe(200);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(clear.length),
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    expect(Buffer.from(await file.arrayBuffer()).equals(clear)).toBe(true);

    const thanks = await call(thanksUrl!);
    expect([thanks.status, await thanks.text()]).toEqual([200, expect.stringContaining(downloadUrl!)]);
  });

  test('a plain form is answered with 303 to its thank-you page', async () => {
    const response = await postForm('/api/register', registration());
    expect(response.status).toBe(303);
    const thanks = await call(response.headers.get('location')!);
    expect([thanks.status, thanks.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('wrong answers are told in the visitor’s language, as data or as the form again', async () => {
    const wrong = registration({
      locale: 'zh',
      answers: { name: '林', email: 'not an address', company: '' },
    });
    const data = await post('/api/register', wrong);
    expect([data.status, data.headers.get('content-type')]).toEqual([422, 'application/problem+json']);
    expect(await data.json()).toMatchObject({
      code: 'invalid_answers',
      errors: expect.arrayContaining([
        expect.objectContaining({ field: 'answers.email', code: 'invalid_email' }),
        expect.objectContaining({ field: 'answers.company', code: 'required' }),
      ]),
    });
    const page = await postForm('/api/register', wrong);
    const html = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([422, 'text/html; charset=utf-8']);
    expect(html).toContain('value="not an address"');
  });

  test('refuses what it must, with the same codes', async () => {
    const accept = 'application/json';
    const plainText = { accept, origin: runtime.origin, 'content-type': 'text/plain' };
    const answers = [
      await post('/api/register', registration(), { origin: 'https://evil.example' }),
      await call('/api/register', {
        method: 'POST',
        body: JSON.stringify(registration()),
        headers: plainText,
      }),
      await post('/api/register', { ...registration(), answers: { name: 'x'.repeat(70_000) } }),
      await call('/api/register', { headers: { accept } }),
      await call('/api/nothing', { headers: { accept } }),
      await call('/d/not-a-token', { headers: { accept } }),
    ];
    const codes = await Promise.all(
      answers.map(async (answer) => [answer.status, ((await answer.json()) as { code: string }).code]),
    );
    expect(codes).toEqual([
      [403, 'cross_site'],
      [415, 'unsupported_type'],
      [413, 'body_too_large'],
      [405, 'method_not_allowed'],
      [404, 'not_found'],
      [403, 'link_invalid'],
    ]);
  });

  test('knows a visitor again, and takes what they do', async () => {
    const body = registration();
    const { visitor } = (await (await post('/api/register', body)).json()) as { visitor: string };
    const send = (path: string, contents: object) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'text/plain;charset=utf-8', origin: runtime.origin },
        body: JSON.stringify({ visitor, ...contents }),
      });
    const view = ['view', 'p1', 1000, '/en/cases/', 5, 50];
    expect((await send('/api/events', { events: [view, view] })).status).toBe(204);
    expect((await send('/api/events', { visitor: 'x', events: [view] })).status).toBe(401);
    const { form, entry, locale, page } = body;
    const known = await send('/api/known', { form, entry, locale, page });
    expect(known.status).toBe(200);
    const html = await known.text();
    expect(html).toContain('data-not-you');
    expect(html).not.toMatch(/Ada|answers\.email/);
    const answers = {};
    const key = `${body.key}-again`;
    const again = await post('/api/register', { ...body, key, answers, consents: {}, visitor, elapsedMs: 1 });
    expect([again.status, await again.json()]).toMatchObject([201, { visitor: expect.any(String) }]);
  });

  // Attack 19.
  test('no forged header changes a denial by one byte', async () => {
    const forged = {
      'x-middleware-subrequest': 'middleware:middleware:middleware',
      'x-astro-path': '/d/other',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-original-url': '/healthz',
      'x-rewrite-url': '/healthz',
      'x-http-method-override': 'GET',
      forwarded: 'host=evil.example',
    };
    for (const path of ['/d/not-a-token', '/t/not-a-token', '/api/nothing']) {
      const plain = await snapshot(await call(path, { headers: { accept: 'text/html' } }));
      expect(await snapshot(await call(path, { headers: { accept: 'text/html', ...forged } }))).toEqual(
        plain,
      );
    }
  });

  // Attack 23.
  test('HEAD tells of the file and consumes nothing', async () => {
    const answer = (await (await post('/api/register', registration())).json()) as { downloadUrl: string };
    const head = await call(answer.downloadUrl, { method: 'HEAD' });
    expect([head.status, (await head.arrayBuffer()).byteLength]).toEqual([200, 0]);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(100_000);
    const file = await call(answer.downloadUrl);
    expect((await file.arrayBuffer()).byteLength).toBe(Number(head.headers.get('content-length')));
  });

  function call(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!headers.has('user-agent')) headers.set('user-agent', BROWSER_AGENT);
    return runtime.fetch(new Request(new URL(path, runtime.origin), { ...init, headers }));
  }

  function post(path: string, body: unknown, { origin = runtime.origin } = {}): Promise<Response> {
    const headers = { 'content-type': 'application/json', origin };
    return call(path, { method: 'POST', body: JSON.stringify(body), headers });
  }

  function postForm(path: string, { answers, consents, ...rest }: Registration): Promise<Response> {
    const fields = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)]));
    for (const [name, value] of Object.entries(answers)) fields.append(`answers.${name}`, value);
    for (const purpose of Object.keys(consents)) fields.append(`consents.${purpose}`, 'yes');
    return call(path, {
      method: 'POST',
      body: fields.toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: runtime.origin,
        accept: 'text/html',
      },
    });
  }
});

interface Registration {
  readonly form: string;
  readonly entry: string;
  readonly locale: string;
  readonly key: string;
  readonly elapsedMs: number;
  readonly page: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly consents: Readonly<Record<string, boolean>>;
}

function registration(changes: Partial<Registration> = {}): Registration {
  serial += 1;
  return {
    form: 'whitepaper',
    entry: 'whitepapers/inline-gauging',
    locale: 'en',
    key: `runtime-test-${String(serial).padStart(8, '0')}`,
    elapsedMs: 30_000,
    page: '/en/whitepapers/inline-gauging/',
    answers: {
      name: 'Ada Lovelace',
      email: `ada.${serial}@analytical.example`,
      company: 'Analytical Engines',
    },
    consents: { privacy: true },
    ...changes,
  };
}

/** All of an answer but what names this one request. */
async function snapshot(response: Response): Promise<unknown> {
  const id = response.headers.get('x-request-id') ?? 'none';
  const headers = [...response.headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
  return { status: response.status, headers, body: (await response.text()).replaceAll(id, 'ID') };
}
