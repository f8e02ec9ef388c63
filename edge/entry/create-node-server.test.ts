import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodeServer } from './create-node-server.node.ts';
import { SERVER_LIMITS } from './node-config.node.ts';
import { indexStaticFiles } from './static-index.node.ts';
import { createStop, type StopServer } from './create-stop.node.ts';

const HOME = '<!doctype html><title>home</title>'.padEnd(3_000, '·');
const SCRIPT = 'export const answer = 42;'.padEnd(2_000);
const PDF = Buffer.from('%PDF-1.7 the clear file');
/** Of one length, and written in one moment. */
const PAGE_A = '<!doctype html><title>a</title>'.padEnd(2_000, '·');
const PAGE_B = '<!doctype html><title>b</title>'.padEnd(2_000, '·');
const DAY = '/zh/landing/day/';
const FILES: Readonly<Record<string, string | Buffer>> = {
  'index.html': '<!doctype html><title>root</title>',
  'zh/index.html': HOME,
  'zh/index.html.br': brotliCompressSync(HOME),
  'zh/index.html.gz': gzipSync(HOME),
  '404.html': '<!doctype html><title>404</title>',
  'en/404.html': '<!doctype html><title>404 in English</title>',
  '_astro/site.D3adb33f.js': SCRIPT,
  '_astro/site.D3adb33f.js.br': brotliCompressSync(SCRIPT),
  'robots.txt': 'User-agent: *\n',
  'cover.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '文档.txt': 'named in Chinese',
  'empty.txt': '',
  'big.bin': Buffer.alloc(3_000_000, 7),
  '.env': 'SECRET=1',
  '.well-known/security.txt': 'Contact: mailto:security@northlake.example\n',
  '_sealed/abcdefgh.bin': 'sealed bytes',
  'zh/landing/day/index.html': PAGE_A,
  'zh/landing/day/index.html.br': brotliCompressSync(PAGE_A),
  'gatehouse-variants/b/zh/landing/day/index.html': PAGE_B,
  'gatehouse-variants/b/zh/landing/day/index.html.br': brotliCompressSync(PAGE_B),
};

let folder: string;
let site: Running;
const events: unknown[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-server-'));
  for (const [name, contents] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, 'site', name)), { recursive: true });
    await writeFile(join(folder, 'site', name), contents);
  }
  await writeFile(join(folder, 'secret.pdf'), PDF);
  site = await run();
});

afterAll(async () => {
  await site.stop({ timeoutMs: 1_000 });
  await rm(folder, { recursive: true });
});

describe('the address of the whole site', () => {
  test.each([
    ['/?utm_source=baidu&bd_vid=a%2Fb', 'en-GB,en;q=0.9', '/en/?utm_source=baidu&bd_vid=a%2Fb'],
    ['/', 'fr', '/zh/'],
  ])('hands %s on to the language of %s with the query as it came', async (path, languages, location) => {
    const answer = await get(path, { headers: { 'accept-language': languages } });
    expect(answer.status).toBe(302);
    expect(answer.headers).toMatchObject({ location, vary: 'Accept-Language' });
  });

  test('is not to be had by tricks of another host', async () => {
    expect((await get('//evil.example/?x')).headers.location).toBeUndefined();
  });
});

describe('files', () => {
  test('a page is revalidated, a file with a hash in its name is kept for good', async () => {
    const page = await get('/zh/');
    expect(page.status).toBe(200);
    expect(page.text).toBe(HOME);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      vary: 'Accept-Encoding',
    });
    const script = await get('/_astro/site.D3adb33f.js');
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  test.each([
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/cover.svg', 'image/svg+xml; charset=utf-8'],
    ['/%E6%96%87%E6%A1%A3.txt', 'text/plain; charset=utf-8'],
    ['/.well-known/security.txt', 'text/plain; charset=utf-8'],
    ['/empty.txt', 'text/plain; charset=utf-8'],
    ['/zh/?utm_source=baidu&bd_vid=%2e%2e', 'text/html; charset=utf-8'],
  ])('%s is served as %s', async (path, type) => {
    const { status, headers } = await get(path);
    expect([status, headers['content-type']]).toEqual([200, type]);
  });

  test('every file carries the security headers, and none says that it must not be found', async () => {
    const { headers } = await get('/zh/');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
    expect(headers['x-robots-tag']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeUndefined();
    const secure = await run({ isSecure: true });
    const overTls = await get('/zh/', { port: secure.port });
    expect(overTls.headers['strict-transport-security']).toBe('max-age=31536000');
    await secure.stop({ timeoutMs: 1_000 });
  });

  test('sends what the build compressed, to those who take it', async () => {
    const br = await get('/zh/', { headers: { 'accept-encoding': 'gzip, br;q=0.5' } });
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.body).toString()).toBe(HOME);
    const gz = await get('/zh/', { headers: { 'accept-encoding': 'gzip, br;q=0' } });
    expect(gz.headers['content-encoding']).toBe('gzip');
    const plain = await get('/robots.txt', { headers: { 'accept-encoding': 'br, gzip' } });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers['vary']).toBeUndefined();
  });

  test('an unchanged file is not sent again', async () => {
    const { headers } = await get('/zh/');
    const again = await get('/zh/', { headers: { 'if-none-match': `"other", ${headers.etag ?? ''}` } });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expect(again.headers).toMatchObject({ etag: headers.etag, 'cache-control': 'no-cache' });
    const changed = await get('/zh/', { headers: { 'if-none-match': '"other"' } });
    expect(changed.status).toBe(200);
    const since = await get('/zh/', { headers: { 'if-modified-since': headers['last-modified'] ?? '' } });
    expect(since.status).toBe(304);
  });

  test('HEAD tells the same without the contents', async () => {
    const whole = await get('/zh/');
    const head = await get('/zh/', { method: 'HEAD' });
    expect(head.body).toHaveLength(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
  });

  test.each([
    ['bytes=0-3', 206, 'bytes 0-3/3000000', 4],
    ['bytes=2999998-', 206, 'bytes 2999998-2999999/3000000', 2],
    ['bytes=-5', 206, 'bytes 2999995-2999999/3000000', 5],
    ['bytes=2999990-9999999', 206, 'bytes 2999990-2999999/3000000', 10],
    ['bytes=3000000-', 416, 'bytes */3000000', 0],
    ['bytes=-0', 416, 'bytes */3000000', 0],
    ['bytes=5-2', 200, undefined, 3_000_000],
    ['bytes=0-1,5-6', 200, undefined, 3_000_000],
    ['lines=1-2', 200, undefined, 3_000_000],
  ])('range %s', async (range, status, contentRange, bytes) => {
    const answer = await get('/big.bin', { headers: { range } });
    expect([answer.status, answer.headers['content-range'], answer.body.length]).toEqual([
      status,
      contentRange,
      bytes,
    ]);
  });

  test('an address without its last slash leads to the page, with its query', async () => {
    const { status, headers } = await get('/zh?utm_source=baidu');
    expect([status, headers.location]).toEqual([308, '/zh/?utm_source=baidu']);
  });

  test('an address where there is nothing gets the 404 page of its language, a file a plain line', async () => {
    const html = { accept: 'text/html,*/*;q=0.8' };
    expect(await get('/zh/nothing/', { headers: html })).toMatchObject({
      status: 404,
      text: '<!doctype html><title>404</title>',
    });
    expect(await get('/en/nothing/', { headers: html })).toMatchObject({
      status: 404,
      text: '<!doctype html><title>404 in English</title>',
    });
    expect(await get('/nothing.png')).toMatchObject({ status: 404, text: 'Not found\n' });
    expect(await get('/404.html')).toMatchObject({ status: 404, text: 'Not found\n' });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('refuses %s with 405', async (method) => {
    expect(await get('/zh/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  test('a visitor who leaves half-way leaves no file open', async () => {
    const before = await openFiles();
    for (let visitor = 0; visitor < 20; visitor++) {
      const socket = connect(site.port, '127.0.0.1');
      socket.write('GET /big.bin HTTP/1.1\r\nHost: site\r\n\r\n');
      await once(socket, 'data');
      socket.destroy();
      await once(socket, 'close');
    }
    await expect.poll(openFiles).toBeLessThanOrEqual(before);
  });
});

describe('what is not public', () => {
  // Attack 18: every spelling we know of a path to a clear, a sealed or a hidden file.
  test.each([
    '/../secret.pdf',
    '/..%2fsecret.pdf',
    '/%2e%2e/secret.pdf',
    '/%2e%2e%2fsecret.pdf',
    '/%252e%252e/secret.pdf',
    '/zh/../../secret.pdf',
    '/zh/..;/..;/secret.pdf',
    '/..\\secret.pdf',
    '/%5c..%5csecret.pdf',
    '//secret.pdf',
    '///../secret.pdf',
    '/./../secret.pdf',
    '/secret.pdf%00.html',
    '/%c0%ae%c0%ae/secret.pdf',
    '/%',
    '/_sealed/abcdefgh.bin',
    '/_sealed//abcdefgh.bin',
    '/%5fsealed/abcdefgh.bin',
    '/_SEALED/abcdefgh.bin',
    '//_sealed/abcdefgh.bin',
    '/zh/../_sealed/abcdefgh.bin',
    '/api/../_sealed/abcdefgh.bin',
    '/_sealed/',
    '/.env',
    '/%2eenv',
    '/zh/index.html.br',
    '/_astro/site.D3adb33f.js.map',
    '/_astro/',
  ])('%s is not there', async (path) => {
    for (const options of [{}, { method: 'HEAD' }, { headers: { range: 'bytes=0-' } }]) {
      const answer = await get(path, options);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toMatch(/clear file|sealed bytes|SECRET/);
    }
  });

  test('an absolute or a foreign address in the request line finds nothing', async () => {
    for (const target of ['http://evil.example/zh/', '*', 'zh/']) {
      expect(await raw(`GET ${target} HTTP/1.1\r\nHost: site\r\nConnection: close\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 40[04] /,
      );
    }
  });

  test('no redirect leaves the site', async () => {
    for (const path of [
      '//evil.example',
      '//evil.example/',
      '/\\evil.example',
      '/%5cevil.example',
      '/zh//',
      '//zh',
    ]) {
      const { headers, status } = await get(path);
      expect([path, status, headers.location]).toEqual([path, 404, undefined]);
    }
  });
});

describe('the edge', () => {
  test.each(['/api/register', '/d/token', '/t/token', '/healthz', '/api/anything', '/zh/../d/token'])(
    '%s goes to the app',
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 200, text: expect.stringContaining('app answers') });
    },
  );

  test.each(['/D/token', '//d/token', '/%64/token', '/healthz/', '/apis', '/d'])(
    '%s does not',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test('logs method, status and time of a request, and never its token', async () => {
    events.length = 0;
    await get('/d/eyJhbGciOi.secret-token?x=secret-query');
    await expect.poll(() => events.length).toBeGreaterThan(0);
    expect(events[0]).toEqual([
      'info',
      'request',
      { method: 'GET', path: '/d/…', status: 200, complete: true, ms: expect.any(Number) },
    ]);
    expect(JSON.stringify(events)).not.toContain('secret');
  });
});

describe('slow and broken clients', () => {
  let strict: Running;
  beforeAll(async () => {
    strict = await run({ limits: { ...SERVER_LIMITS, headersTimeoutMs: 300, requestTimeoutMs: 600 } });
  });
  afterAll(() => strict.stop({ timeoutMs: 1_000 }));

  test('a body that does not arrive ends in 408, and others are served meanwhile', async () => {
    const slow = raw(
      'POST /api/register HTTP/1.1\r\nHost: site\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
      strict.port,
    );
    expect((await get('/zh/', { port: strict.port })).status).toBe(200);
    const answer = await slow;
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(answer).toContain('Content-Type: application/problem+json');
    expect(JSON.parse(answer.slice(answer.indexOf('{')))).toMatchObject({ code: 'timeout', status: 408 });
  });

  test('headers that do not end do so too', async () => {
    expect(await raw('GET /zh/ HTTP/1.1\r\nHost: site\r\nX-Slow: ', strict.port)).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('headers over 16 KiB are refused with 431', async () => {
    const answer = await raw(`GET /zh/ HTTP/1.1\r\nHost: site\r\nCookie: ${'x'.repeat(17_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('"code":"headers_too_large"');
    const fits = await get('/zh/', { headers: { cookie: 'x'.repeat(15_000) } });
    expect(fits.status).toBe(200);
  });

  test('what is no HTTP is refused with 400', async () => {
    expect(await raw('EHLO mail.example\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  });
});

describe('stopping', () => {
  test('finishes what is under way and takes nothing new', async () => {
    const gate = Promise.withResolvers<undefined>();
    const { server, stop, port } = await run({
      fetch: async () => {
        await gate.promise;
        return new Response('finished');
      },
    });
    const idle = connect(port, '127.0.0.1');
    await once(idle, 'connect');
    const underWay = get('/api/register', { port });
    await once(server, 'request');
    const stopped = stop({ timeoutMs: 5_000 });
    await expect(get('/zh/', { port })).rejects.toThrow('ECONNREFUSED');
    gate.resolve(undefined);
    expect(await underWay).toMatchObject({ status: 200, text: 'finished' });
    await stopped;
    idle.destroy();
  });

  test('cuts what does not end in time', async () => {
    const { server, stop, port } = await run({ fetch: () => new Promise(() => undefined) });
    const hanging = get('/api/register', { port }).catch((error: Error) => error);
    await once(server, 'request');
    await stop({ timeoutMs: 50 });
    expect(await hanging).toBeInstanceOf(Error);
  });
});

describe('a page shown in two versions', () => {
  const browser = (n: number) => ({
    'user-agent': `Mozilla/5.0 (X11; Linux x86_64; rv:${n}.0) Firefox/${n}.0`,
  });
  const titleOf = ({ text }: Answer) => /<title>(.*)<\/title>/.exec(text)?.[1];
  const versionOf = async (headers: Record<string, string>, path = DAY) =>
    titleOf(await get(path, { headers }));

  /** A browser that sees `version`. */
  async function visitorOf(version: string): Promise<Record<string, string>> {
    for (let n = 100; n < 200; n += 1) if ((await versionOf(browser(n))) === version) return browser(n);
    throw new Error(`nobody sees ${version}`);
  }

  test('answers each browser with one of them, at its own address and always the same', async () => {
    const ask = () => Promise.all(Array.from({ length: 40 }, (_, n) => versionOf(browser(n))));
    const versions = await ask();
    expect(new Set(versions)).toEqual(new Set(['a', 'b']));
    expect(await ask()).toEqual(versions);
  });

  test('sets no cookie, and lets no cache in between keep either', async () => {
    for (const version of ['a', 'b']) {
      const { status, headers } = await get(DAY, { headers: await visitorOf(version) });
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'cache-control': 'private, no-cache',
        vary: 'Accept-Encoding, User-Agent',
        'x-content-type-options': 'nosniff',
      });
      expect(headers).not.toHaveProperty('set-cookie');
      expect(headers).not.toHaveProperty('last-modified');
    }
  });

  test('is not taken for unchanged by a browser that has the other', async () => {
    const [a, b] = [await visitorOf('a'), await visitorOf('b')];
    const { etag = '' } = (await get(DAY, { headers: a })).headers;
    expect((await get(DAY, { headers: { ...a, 'if-none-match': etag } })).status).toBe(304);
    expect((await get(DAY, { headers: { ...b, 'if-none-match': etag } })).status).toBe(200);
  });

  test('is compressed, and HEAD tells the same as GET', async () => {
    for (const version of ['a', 'b']) {
      const headers = { ...(await visitorOf(version)), 'accept-encoding': 'br' };
      const answer = await get(DAY, { headers });
      expect(brotliDecompressSync(answer.body).toString()).toContain(`<title>${version}</title>`);
      const head = await get(DAY, { headers, method: 'HEAD' });
      expect(head.body).toHaveLength(0);
      expect({ ...head.headers, date: '' }).toEqual({ ...answer.headers, date: '' });
    }
  });

  test('shows the version that is asked for, and the page itself to search engines', async () => {
    const [a, b] = [await visitorOf('a'), await visitorOf('b')];
    const robot = {
      'user-agent': 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
    };
    expect(await versionOf(a, `${DAY}?variant=b`)).toBe('b');
    expect(await versionOf(b, `${DAY}?utm_source=x&variant=a`)).toBe('a');
    expect(await versionOf(a, `${DAY}?variant=c`)).toBe('a');
    expect(await versionOf(robot)).toBe('a');
    expect(await versionOf({})).toBe('a');
  });

  // Attack 18.
  test('is decided alike however its address is written, and never served from elsewhere', async () => {
    const b = await visitorOf('b');
    expect(await versionOf(b, '/zh/landing/d%61y/')).toBe('b');
    expect((await get('/zh/landing/day?x=1', { headers: b })).headers.location).toBe('/zh/landing/day/?x=1');
    for (const path of [
      '/gatehouse-variants/b/zh/landing/day/',
      '/gatehouse-variants/b/zh/landing/day',
      '/gatehouse-variants/b/zh/landing/day/index.html',
      '/gatehouse-variants/b/zh/landing/day/index.html.br',
      '//gatehouse-variants/b/zh/landing/day/',
      '/gatehouse-variants//b/zh/landing/day/',
      '/%67atehouse-variants/b/zh/landing/day/',
      '/gatehouse-variants%2Fb/zh/landing/day/',
      '/x/../gatehouse-variants/b/zh/landing/day/',
      '/GATEHOUSE-VARIANTS/b/zh/landing/day/',
      '//zh/landing/day/',
      '/zh/landing/day/index.html',
      '/zh//landing/day/',
    ]) {
      const answer = await get(path, { headers: b });
      expect([path, answer.status, titleOf(answer)]).toEqual([path, 404, undefined]);
    }
  });

  // Attack 19.
  test('heeds no forged way to another file', async () => {
    const to = '/gatehouse-variants/b/zh/landing/day/';
    const forged = {
      'x-middleware-rewrite': to,
      'x-original-url': to,
      'x-rewrite-url': to,
      'x-middleware-subrequest': 'middleware',
    };
    expect(await versionOf({ ...(await visitorOf('a')), ...forged })).toBe('a');
  });

  test('shows the page itself where a version is missing', async () => {
    const variants = [{ id: 'c', share: 100 }] as const;
    const { port, stop } = await run({ experiments: new Map([[DAY, { entry: 'landing/day', variants }]]) });
    expect(titleOf(await get(DAY, { port, headers: browser(1) }))).toBe('a');
    await stop({ timeoutMs: 1_000 });
  });
});

interface Running {
  readonly server: Server;
  readonly stop: StopServer;
  readonly port: number;
}

async function run(options: Partial<Parameters<typeof createNodeServer>[0]> = {}): Promise<Running> {
  const server = createNodeServer({
    fetch: (request) =>
      request.method === 'POST'
        ? request.text().then((text) => new Response(text))
        : new Response('app answers'),
    staticIndex: await indexStaticFiles(join(folder, 'site')),
    limits: SERVER_LIMITS,
    experiments: new Map([[DAY, { entry: 'landing/day', variants: [{ id: 'b', share: 50 }] }]]),
    siteLocale: 'zh',
    isSecure: false,
    log: (...entry) => events.push(entry),
    ...options,
  });
  const stop = createStop(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, stop, port: (server.address() as AddressInfo).port };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

/** Sends the path as it stands: `fetch` would tidy it up. */
function get(
  path: string,
  options: { method?: string; headers?: Record<string, string>; port?: number } = {},
): Promise<Answer> {
  const { method = 'GET', headers = {}, port = site.port } = options;
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const body = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body,
            text: body.toString(),
          });
        });
      },
    );
    request.once('error', reject);
    request.end();
  });
}

/** Sends bytes and collects the answer until the server closes. */
async function raw(bytes: string, port = site.port): Promise<string> {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  await once(socket, 'close');
  return answer;
}

/** Files of this test that the process holds open. */
async function openFiles(): Promise<number> {
  const { readlink } = await import('node:fs/promises');
  const handles = await readdir('/proc/self/fd').catch(() => []);
  const targets = await Promise.all(handles.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return targets.filter((target) => target.startsWith(folder)).length;
}
