import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as httpRequest,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@playwright/test';
import type { Catalogue } from '../../edge/contract/catalogue.ts';
import { decodeRegistrationId } from '../../edge/core/ports/registration-id.ts';
import { runScript } from '../support/run-script.ts';
import { type OwnSite, serveOwnSite } from './support/own-site.ts';
import { expiredToken, mailedLinks, registerAt, tokenIn } from './support/registered.ts';
import { fillForm, newVisitor, paperFile, paperPath, WORDS } from './support/visitor.ts';

test.use({ locale: 'zh-CN' });
test.describe.configure({ mode: 'default' });

let site: OwnSite;
let clear: Buffer;
let sealedPath: string;
const visitor = newVisitor();
let registration: { id: string; token: string };

test.beforeAll(async () => {
  site = await serveOwnSite();
  clear = await paperFile('zh');
  const catalogue = JSON.parse(
    await readFile(join(site.env.GATEHOUSE_OUT, 'edge/catalogue.json'), 'utf8'),
  ) as Catalogue;
  sealedPath = catalogue.assets['whitepapers/inline-gauging/zh']?.sealedPath ?? '';
  const { id, downloadUrl } = await registerAt(site.url, { locale: 'zh', visitor });
  registration = { id, token: tokenIn(downloadUrl) };
});
test.afterAll(() => site.stop());

// Attack 18.
test('no path leads to a gated file, in clear or sealed', async () => {
  const whole = await ask(`/d/${registration.token}`);
  expect([whole.status, Buffer.compare(whole.body, clear)], 'the link itself does').toEqual([200, 0]);
  const name = 'inline-gauging.zh.pdf';
  const sealed = sealedPath.slice(1);
  const hidden = [
    sealed,
    `%2e/${sealed}`,
    `zh/../${sealed}`,
    `zh/%2e%2e/${sealed}`,
    `zh/%252e%252e/${sealed}`,
    sealed.replace('_sealed', '%5fsealed'),
    sealed.replace('_sealed', '_SEALED'),
    sealed.replace('/', '//'),
    sealed.replace('/', '%2f'),
    sealed.replace('.bin', '.BIN'),
    sealed.replace('.bin', '.pdf'),
    ...['.map', '.br', '.gz', '/', '%00', '?download', '#x'].map((end) => `${sealed}${end}`),
    name,
    `whitepapers/inline-gauging/${name}`,
    `zh/whitepapers/inline-gauging/${name}`,
    `content/whitepapers/inline-gauging/${name}`,
    `../../../content/whitepapers/inline-gauging/${name}`,
    `%2e%2e/edge/catalogue.json`,
    `..%2fedge/catalogue.json`,
    `edge/catalogue.json`,
    `_astro/${name}`,
    `d/${name}`,
    `d/whitepapers/inline-gauging/zh`,
    `d/../${sealed}`,
    `api/../${sealed}`,
    `D/${registration.token}`,
    `d//${registration.token}`,
    `%64/${registration.token}`,
  ];
  for (const path of hidden.flatMap((one) => [`/${one}`, `//${one}`])) {
    for (const options of [{}, { method: 'HEAD' }, { headers: { range: 'bytes=0-99' } }]) {
      const answer = await ask(path, options);
      const what = `${JSON.stringify(options)} ${path}`;
      expect([400, 403, 404].includes(answer.status), `${what} is ${answer.status}`).toBe(true);
      expect(answer.body.includes('%PDF'), what).toBe(false);
      expect(answer.headers['content-length'], what).not.toBe(String(clear.length));
    }
  }
});

// Attack 18: a part of the file is nothing less than the file, and only its link gives it.
test('a range of a link is answered with the whole file, of a broken one with none', async () => {
  const range = { headers: { range: 'bytes=0-99' } };
  const whole = await ask(`/d/${registration.token}`, range);
  expect([whole.status, whole.body.length]).toEqual([200, clear.length]);
  const none = await ask(`/d/${registration.token}x`, range);
  expect([none.status, none.body.includes('%PDF')]).toEqual([403, false]);
});

// Attack 19. The matrix of runtimes asks the same of made-up addresses.
test('no forged header opens a sealed file or an old link', async () => {
  const old = await expiredToken(sharedData(), {
    registration: registration.id,
    locale: 'zh',
  });
  const aims = [`/d/${registration.token}`, sealedPath];
  for (const path of [`/d/${old}`, `/t/${old}`, sealedPath]) {
    const plain = denial(await ask(path));
    for (const aim of aims) {
      const forged = {
        'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
        'x-astro-path': aim,
        'x-astro-locals': '{}',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        'x-forwarded-uri': aim,
        'x-rewrite-url': aim,
        'x-original-url': aim,
        'x-http-method-override': 'POST',
      };
      for (const [name, value] of [...Object.entries(forged), ['', ''] as const]) {
        const headers = name ? { [name]: value } : forged;
        expect(denial(await ask(path, { headers })), name).toEqual(plain);
      }
    }
  }
});

// Attack 20.
test('a link that was altered or is for another file says so and leads to a new one', async ({ page }) => {
  const [head = '', claims = '', signature = ''] = registration.token.split('.');
  const other = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
  const forOther = Buffer.from(JSON.stringify({ ...other, asset: 'whitepapers/image-to-reject/zh' }));
  const altered = [
    `${head}.${claims}.${signature.slice(0, -2)}AA`,
    `${head}.${forOther.toString('base64url')}.${signature}`,
    `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`,
  ];
  for (const path of altered.flatMap((token) => [`/d/${token}`, `/t/${token}`])) {
    const response = await page.goto(site.url + path);
    expect([path, response?.status()]).toEqual([path, 403]);
    await expect(page.getByRole('heading', { name: '下载链接无效' })).toBeVisible();
  }
  await page.locator('main').getByRole('link', { name: '去首页' }).click();
  await page.getByRole('link', { name: WORDS.zh.paper }).first().click();
  await expect(page.getByRole('button', { name: WORDS.zh.submit })).toBeVisible();
});

test.describe('an expired link', () => {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled });

      test('offers a new one, which comes by mail and works', async ({ page }) => {
        const reader = newVisitor();
        const { id } = await registerAt(site.url, { locale: 'zh', visitor: reader });
        const links = (): Promise<string[]> => mailedLinks(site.env.GATEHOUSE_DATA, reader.email);
        await expect.poll(async () => (await links()).length).toBe(1);
        sentDaysAgo(id);
        const old = await expiredToken(sharedData(), { registration: id, locale: 'zh' });
        const response = await page.goto(`${site.url}/d/${old}`);
        expect(response?.status()).toBe(410);
        await page.getByRole('button', { name: '把新链接发到我的邮箱' }).click();
        await expect(page.getByRole('heading', { name: '请查收邮箱' })).toBeVisible();

        await expect.poll(async () => (await links()).length).toBe(2);
        for (const link of await links()) {
          const file = await ask(new URL(link).pathname);
          expect([file.status, Buffer.compare(file.body, clear)]).toEqual([200, 0]);
        }
      });
    });
  }
});

// Attack 21.
test('a browser that had the file keeps no copy for the next person', async ({ page }) => {
  await page.goto(`${site.url}/t/${registration.token}`);
  const outcome = await page.evaluate(async (link) => {
    const first = await fetch(link);
    const bytes = (await first.arrayBuffer()).byteLength;
    const cached = await fetch(link, { cache: 'only-if-cached', mode: 'same-origin' }).then(
      ({ status }) => status,
      () => 'nothing',
    );
    const anonymous = await fetch(link.slice(0, -3), { cache: 'force-cache' });
    return { bytes, cached, anonymous: anonymous.status };
  }, `/d/${registration.token}`);
  expect([504, 'nothing']).toContain(outcome.cached);
  expect(outcome).toMatchObject({ bytes: clear.length, anonymous: 403 });
});

// Attack 22.
test('no page with a token tells it to a site it links to', async ({ page }) => {
  const other = createServer((_, response) => response.end('another site')).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const otherUrl = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  const old = await expiredToken(sharedData(), { registration: registration.id, locale: 'zh' });
  const held = await registerAt(site.url, { locale: 'zh', visitor: newVisitor(), elapsedMs: 1 });
  const pages = [
    `/t/${registration.token}`,
    `/d/${old}`,
    `/t/${old}`,
    held.downloadUrl,
    `/d/${registration.token}x`,
  ];
  for (const path of pages) {
    await page.goto(site.url + path);
    await page.evaluate((href) => {
      const link = Object.assign(document.createElement('a'), { href, textContent: 'away' });
      document.querySelector('main')?.append(link);
    }, otherUrl);
    const [arrival] = await Promise.all([
      page.waitForRequest(otherUrl),
      page.getByText('away', { exact: true }).click(),
    ]);
    await page.waitForURL(otherUrl);
    expect((await arrival.allHeaders())['referer'], path).toBeUndefined();
    expect(await page.evaluate(() => document.referrer), path).toBe('');
  }
  other.close();
});

// Attack 22: the owner's mail and the pool tell where a lead came from.
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a reader who registers again from the page of a link takes no token along', async ({ page }) => {
      const old = await expiredToken(sharedData(), { registration: registration.id, locale: 'zh' });
      for (const path of [`/t/${registration.token}`, `/d/${old}`]) {
        await page.goto(site.url + path);
        await page.getByRole('link', { name: '回到原来的页面' }).click();
        await fillForm(page, { locale: 'zh', visitor: newVisitor() });
        await page.getByRole('button', { name: WORDS.zh.submit }).click();
        await expect(page.getByRole('heading', { name: WORDS.zh.thanks })).toBeVisible();
      }
      const touches = withPool((pool) =>
        pool.prepare('select landing_url, referrer from registration').all(),
      );
      expect(touches.length).toBeGreaterThan(2);
      expect(JSON.stringify(touches)).not.toMatch(/\/[dt]\/ey/);
    });
  });
}

// Attack 23.
test('a scanner that follows the links of a mail changes nothing', async () => {
  const reader = newVisitor();
  const { id } = await registerAt(site.url, { locale: 'zh', visitor: reader });
  const links = (): Promise<string[]> => mailedLinks(site.env.GATEHOUSE_DATA, reader.email);
  await expect.poll(async () => (await links()).length).toBe(1);
  const before = await poolAsShown(id);
  const [link = ''] = await links();
  const { pathname } = new URL(link);
  for (const path of [pathname, pathname.replace('/d/', '/t/')]) {
    for (const method of ['HEAD', 'GET', 'HEAD', 'GET']) {
      expect((await ask(path, { method })).status).toBe(200);
    }
  }
  expect(await poolAsShown(id)).toEqual(before);
  expect((await ask(pathname)).body.length).toBe(clear.length);
});

// Attack 22. Last, so that everything above is in the log.
test('the log of all this names nobody and holds no token', async ({ page }) => {
  await page.goto(`${site.url}${paperPath('zh')}?utm_source=x&email=${visitor.email}`);
  await ask(`/zh/nothing?name=${encodeURIComponent(visitor.name)}&t=${registration.token}`);
  await ask(`/d/${registration.token}/${visitor.email}`);
  await ask(`/t/${registration.token}?email=${visitor.email}`);
  await expect.poll(() => site.log()).toContain('/t/…');
  const log = site.log();
  expect(log).toContain('"path":"/api/register","status":201');
  expect(log).toContain('/d/…');
  expect(log).not.toMatch(/eyJ/);
  expect(log).not.toContain(registration.token.split('.')[1]);
  expect(log).not.toMatch(/@factory|%40factory|王小明|远东精密制造/);
  expect(log).not.toContain(encodeURIComponent(visitor.name));
});

interface Asked {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks for exactly this path: `fetch` would tidy it up. */
async function ask(
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Asked> {
  const { hostname, port } = new URL(site.url);
  const request = httpRequest({
    hostname,
    port,
    path,
    method,
    headers: { accept: 'text/html', connection: 'close', ...headers },
  }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
}

/** All of an answer but what names this one request. */
function denial({ status, headers, body }: Asked): unknown {
  const { date: _date, 'x-request-id': id = 'none', ...rest } = headers;
  return { status, headers: rest, body: body.toString().replaceAll(String(id), 'ID') };
}

/** The keys of the site under test are those of the shared one. */
function sharedData(): string {
  return process.env['GATEHOUSE_E2E_DATA'] ?? '';
}

/** Lets time pass for the mails of a registration: a new one is not sent right after another. */
function sentDaysAgo(id: string): void {
  withPool((pool) => {
    const { changes } = pool
      .prepare(
        `update outbox set queued_at = queued_at - 172800000, settled_at = settled_at - 172800000
         where registration_id = (select id from registration where public_id = ?) and state = 'done'`,
      )
      .run(decodeRegistrationId(id));
    if (changes === 0) throw new Error(`no mail of ${id} was sent yet`);
  });
}

function withPool<Result>(use: (pool: DatabaseSync) => Result): Result {
  const pool = new DatabaseSync(join(site.env.GATEHOUSE_DATA, 'pool.sqlite'), { timeout: 5_000 });
  try {
    return use(pool);
  } finally {
    pool.close();
  }
}

async function poolAsShown(id: string): Promise<readonly string[]> {
  const { env } = site;
  const count = await runScript('pool.ts', { args: ['count'], env });
  return [
    // That machines look is counted, apart from all that counts.
    count.replace(/\nset aside\n(?: {2}.*\n)+/, ''),
    await runScript('pool.ts', { args: ['show', id], env }),
    await runScript('pool.ts', { args: ['outbox', '--all'], env }),
  ];
}
