import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright';
import { serveStaticFile } from '../edge/entry/static-files.node.ts';
import { indexStaticFiles } from '../edge/entry/static-index.node.ts';
import { ensureChromium } from './lib/find-chromium.ts';

const USAGE = `Takes pictures of a built site.
  node scripts/screenshots.ts [folder] [--url http://host:port] [--dist dist/site]
    [--only home.zh.390.light]   only pictures whose name begins so; may be given several times
    [--fold]                     what a screen shows at first, instead of the whole page`;

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const VIEWS = [
  { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true },
  { width: 1440, height: 900, deviceScaleFactor: 1, isMobile: false },
];
const PAPER = 'whitepapers/inline-gauging/';

/** What is photographed: the path behind the language, and what happens on the page first. */
const SHOTS: Record<string, { path: string; prepare?: (page: Page) => Promise<void> }> = {
  home: { path: '' },
  whitepapers: { path: 'whitepapers/' },
  whitepaper: { path: PAPER },
  'form-errors': { path: PAPER, prepare: showErrors },
  'form-busy': { path: PAPER, prepare: (page) => send(page, 'never') },
  'form-unsent': { path: PAPER, prepare: (page) => send(page, 'fails') },
  'form-thanks': { path: PAPER, prepare: (page) => send(page, 'succeeds') },
  privacy: { path: 'privacy/' },
  imprint: { path: 'imprint/' },
  'not-found': { path: 'no-such-page/' },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    dist: { type: 'string', default: 'dist/site' },
    only: { type: 'string', multiple: true, default: [''] },
    fold: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});

if (values.help) console.log(USAGE);
else await takeAll(positionals[0] ?? 'docs/screenshots');

async function takeAll(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const server = values.url ? null : await serve(values.dist);
  const executablePath = await ensureChromium({ say: console.log });
  const browser = await chromium.launch({ executablePath, args: QUIET });
  try {
    const origin = values.url ?? `http://127.0.0.1:${server?.port}`;
    for (const view of VIEWS) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await takeView(browser, { origin, folder, view, colorScheme });
      }
    }
  } finally {
    await browser.close();
    server?.close();
  }
}

async function takeView(
  browser: Browser,
  options: {
    origin: string;
    folder: string;
    view: (typeof VIEWS)[number];
    colorScheme: 'light' | 'dark';
  },
): Promise<void> {
  const { origin, folder, view, colorScheme } = options;
  const { width, height, ...device } = view;
  for (const locale of ['zh', 'en']) {
    const context = await browser.newContext({
      ...device,
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
      locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
    });
    for (const [name, { path, prepare }] of Object.entries(SHOTS)) {
      const fileName = `${name}.${locale}.${width}.${colorScheme}.png`;
      if (!values.only.some((start) => fileName.startsWith(start))) continue;
      const page = await context.newPage();
      await page.goto(`${origin}/${locale}/${path}`, { waitUntil: 'load' });
      await loadPictures(page);
      await prepare?.(page);
      const file = join(folder, fileName);
      await page.screenshot({ path: file, fullPage: !prepare && !values.fold });
      console.log(file);
      await page.close();
    }
    await context.close();
  }
}

async function showErrors(page: Page): Promise<void> {
  await page.getByLabel(/邮箱|e-mail/i).fill('lin.yue@');
  await page.locator('form[data-gate] [type=submit]').click();
  await page.locator('form[data-gate]').scrollIntoViewIfNeeded();
}

async function send(page: Page, outcome: 'never' | 'fails' | 'succeeds'): Promise<void> {
  await page.route('**/api/register', async (route) => {
    if (outcome === 'fails') return route.abort();
    if (outcome === 'succeeds') {
      const expiresAt = '2026-11-25T09:30:00Z';
      const answer = { id: 'demo', downloadUrl: '/d/demo', thanksUrl: '/t/demo', expiresAt };
      return route.fulfill({ status: 201, json: answer });
    }
  });
  const form = page.locator('form[data-gate]');
  await form.locator('[autocomplete=name]').fill('许致远');
  await form.locator('[type=email]').fill('xu.zhiyuan@northlake.example');
  await form.locator('[autocomplete=organization]').fill('北湖仪器（苏州）有限公司');
  await form.locator('[id="consents.privacy"]').check();
  await form.locator('[type=submit]').click();
  if (outcome === 'fails') await page.locator('.gate-status:not(:empty)').waitFor();
  if (outcome === 'succeeds') await page.locator('.thanks').waitFor();
  await page.locator('.gate-panel .button').scrollIntoViewIfNeeded();
}

/** A picture of the whole page shows what lies below the fold too. */
async function loadPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  });
}

async function serve(folder: string): Promise<{ port: number; close: () => void }> {
  const index = await indexStaticFiles(folder);
  const server = createServer((request, response) => void serveStaticFile(index, { request, response }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
