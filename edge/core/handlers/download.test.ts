import { describe, expect, test } from 'vitest';
import { createTokens } from '../tokens.ts';
import { FILE_FIXTURE } from '../testing/catalogue-fixture.ts';
import { createTestApp, streamOf, type TestApp } from '../testing/create-test-app.ts';
import { postJson, registerBody, TEST_ORIGIN, type FileAnswer } from '../testing/requests.ts';

const HOUR_MS = 3_600_000;
const get = (path: string, init?: RequestInit) => new Request(TEST_ORIGIN + path, init);

async function linkFor({ app }: TestApp, locale: 'zh' | 'en' = 'en'): Promise<string> {
  const response = await app.fetch(postJson('/api/register', registerBody({ locale })));
  return ((await response.json()) as FileAnswer).downloadUrl;
}

function grantFor({ keyring, time }: TestApp, asset: string): Promise<string> {
  const grant = { asset, registration: 'r1', held: false, at: time.now };
  return createTokens({ keyring })
    .sign(grant)
    .then(({ token }) => `/d/${token}`);
}

describe('a download', () => {
  test('is the file, with the headers that keep it private', async () => {
    const house = await createTestApp();
    const response = await house.app.fetch(get(await linkFor(house)));
    expect(response.status).toBe(200);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(FILE_FIXTURE);
    expect(Object.fromEntries(response.headers)).toMatchInlineSnapshot(`
      {
        "accept-ranges": "none",
        "cache-control": "private, no-store",
        "content-disposition": "attachment; filename="Northlake - Inline gauging.pdf"; filename*=UTF-8''Northlake%20%E2%80%93%20Inline%20gauging.pdf",
        "content-length": "16",
        "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "content-type": "application/pdf",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
        "strict-transport-security": "max-age=31536000",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "x-request-id": "request-2",
        "x-robots-tag": "noindex",
      }
    `);
  });

  test('has a name in any script', async () => {
    const house = await createTestApp();
    const response = await house.app.fetch(get(await linkFor(house, 'zh')));
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="download.pdf"; filename*=UTF-8''${encodeURIComponent('北湖 – 在线测量.pdf')}`,
    );
  });

  test('is described to HEAD like to GET, without a byte of it being read', async () => {
    let pulled = 0;
    let cancelled = 0;
    const file = () =>
      new ReadableStream<Uint8Array<ArrayBuffer>>(
        { pull: () => void (pulled += 1), cancel: () => void (cancelled += 1) },
        { highWaterMark: 0 },
      );
    const house = await createTestApp({ vault: { open: async () => file() } });
    const link = await linkFor(house);
    const head = await house.app.fetch(get(link, { method: 'HEAD' }));
    const full = await house.app.fetch(get(link));
    expect([head.status, head.body, pulled, cancelled]).toEqual([200, null, 0, 1]);
    const { 'x-request-id': _, ...headHeaders } = Object.fromEntries(head.headers);
    expect(Object.fromEntries(full.headers)).toMatchObject(headHeaders);
    expect(headHeaders['content-length']).toBe(String(FILE_FIXTURE.byteLength));
    await full.body?.cancel();
  });

  test.each(['bytes=0-3', 'bytes=5-', 'bytes=-1', 'lines=1-2', 'bytes=0-0,2-3'])(
    'is whole also when %s is asked for',
    async (range) => {
      const house = await createTestApp();
      const response = await house.app.fetch(get(await linkFor(house), { headers: { range } }));
      expect([response.status, response.headers.get('content-range')]).toEqual([200, null]);
      expect((await response.arrayBuffer()).byteLength).toBe(FILE_FIXTURE.byteLength);
    },
  );

  test('confirms and consumes nothing, however often a scanner looks', async () => {
    const house = await createTestApp();
    const link = await linkFor(house);
    const before = structuredClone([...house.pool.registrations, house.pool.outbox, house.pool.rejections]);
    for (const method of ['HEAD', 'GET', 'GET']) {
      expect((await house.app.fetch(get(link, { method }))).status).toBe(200);
      expect((await house.app.fetch(get(link.replace('/d/', '/t/'), { method }))).status).toBe(200);
    }
    expect([...house.pool.registrations, house.pool.outbox, house.pool.rejections]).toEqual(before);
  });

  test('is refused by code when the site no longer has the file', async () => {
    const house = await createTestApp({ vault: { open: async () => null } });
    const link = await linkFor(house);
    const response = await house.app.fetch(get(link, { headers: { accept: 'application/json' } }));
    expect(await response.json()).toMatchObject({ code: 'file_missing', status: 404 });
    expect(house.logged.map(({ event }) => event)).toContain('sealed_file_missing');
    const removed = await house.app.fetch(get(await grantFor(house, 'whitepapers/removed/en')));
    expect(removed.status).toBe(404);
  });

  test('is an opaque failure when the file does not unseal', async () => {
    const vault = { open: () => Promise.reject(new Error('record 0 was altered')) };
    const house = await createTestApp({ vault });
    const response = await house.app.fetch(get(await linkFor(house)));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('altered');
  });

  test('opens only what the catalogue names for the token', async () => {
    const opened: string[] = [];
    const open = async (path: string) => (opened.push(path), streamOf(FILE_FIXTURE));
    const house = await createTestApp({ vault: { open } });
    for (const asset of [
      '../../etc/passwd',
      '/_sealed/en.bin',
      '__proto__',
      'constructor',
      'landing/open-day/en',
      'whitepapers/x/en',
    ]) {
      expect((await house.app.fetch(get(await grantFor(house, asset)))).status).toBe(404);
    }
    await house.app.fetch(get(await linkFor(house)));
    expect(opened).toEqual(['/_sealed/en.bin']);
  });
});

describe('a link that does not work', () => {
  test('after 23 hours offers a new one', async () => {
    const house = await createTestApp();
    const link = await linkFor(house, 'zh');
    house.time.now += 23 * HOUR_MS;
    const page = await house.app.fetch(get(link, { headers: { 'accept-language': 'en' } }));
    expect(page.status).toBe(410);
    // In the language of the registration.
    expect(await page.text()).toBe(
      `<html lang="zh-Hans"><!--expired-->下载链接已过期|我们可以把新的链接发到您登记的邮箱。|在线测量|${link.slice(3)}|/zh/whitepapers/inline-gauging/`,
    );
    const json = await house.app.fetch(get(link, { headers: { accept: 'application/json' } }));
    expect(await json.json()).toMatchObject({ code: 'link_expired', status: 410 });
  });

  test('altered or made up says so, in the language of the browser', async () => {
    const house = await createTestApp();
    const link = await linkFor(house);
    const other = await createTestApp();
    const foreign = await linkFor(other);
    for (const path of [
      `${link}x`,
      link.replace('.', '.x'),
      foreign,
      '/d/x',
      '/d/a.b.c',
      '/d/%00',
      '/d/%E0%A4%A',
    ]) {
      const page = await house.app.fetch(get(path, { headers: { 'accept-language': 'en-GB' } }));
      expect([path, page.status]).toEqual([path, 403]);
      expect(await page.text()).toContain('<!--message-->This download link is not valid');
    }
  });

  test('can’t be cached, and an anonymous look after a good one finds nothing', async () => {
    const house = await createTestApp();
    const good = await house.app.fetch(get(await linkFor(house)));
    const anonymous = await house.app.fetch(get('/d/x'));
    for (const response of [good, anonymous]) {
      expect(response.headers.get('cache-control')).toBe('private, no-store');
      expect(response.headers.get('x-robots-tag')).toBe('noindex');
    }
    expect(anonymous.status).toBe(403);
  });

  test('answers every forged header like none', async () => {
    const house = await createTestApp({ requestId: () => 'same' });
    const plain = await house.app.fetch(get('/d/x'));
    const expected = [plain.status, Object.fromEntries(plain.headers), await plain.text()];
    const forged = [
      ['x-middleware-subrequest', 'middleware:middleware:middleware'],
      ['x-astro-path', '/_sealed/en.bin'],
      ['x-astro-locals', '{}'],
      ['x-forwarded-host', 'evil.example'],
      ['x-forwarded-proto', 'http'],
      ['x-rewrite-url', '/healthz'],
      ['x-original-url', '/healthz'],
      ['x-http-method-override', 'PUT'],
      ['forwarded', 'host=evil.example'],
    ] as const;
    for (const [name, value] of forged) {
      const response = await house.app.fetch(get('/d/x', { headers: { [name]: value } }));
      expect([response.status, Object.fromEntries(response.headers), await response.text()]).toEqual(
        expected,
      );
    }
  });

  test.each([
    '/d/',
    '/d',
    '//d/x',
    '/D/x',
    '/d/x/',
    '/d/x/y',
    '/d/../d/x/..',
    '/%64/x',
    '/_sealed/en.bin',
    '/d/x/%2e%2e',
  ])('has no other address: %s', async (path) => {
    const house = await createTestApp();
    const response = await house.app.fetch(get(path));
    expect([403, 404]).toContain(response.status);
    expect(await response.text()).not.toContain('%PDF');
  });
});

describe('a token', () => {
  test('is told to no other site and to no log', async () => {
    const house = await createTestApp();
    const link = await linkFor(house);
    const token = link.slice(3);
    for (const path of [link, `/t/${token}`]) {
      const response = await house.app.fetch(get(path));
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    }
    house.time.now += 24 * HOUR_MS;
    await house.app.fetch(get(link));
    house.pool.failure = new Error(`no row for ${token}`);
    const held = await createTokens(house).sign({
      asset: 'whitepapers/inline-gauging/en',
      registration: 'r1',
      held: true,
      at: house.time.now,
    });
    house.pool.failure = new Error(`no row for ${held.token}`);
    expect((await house.app.fetch(get(`/d/${held.token}`))).status).toBe(500);
    const log = JSON.stringify(house.logged);
    expect(log).toContain('/d/:token');
    expect(log).toContain('no row for […]');
    expect(log).not.toContain(token);
    expect(log).not.toContain(held.token);
  });
});
