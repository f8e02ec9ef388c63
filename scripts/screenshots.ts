import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { serveStaticFile } from '../edge/entry/static-files.node.ts';
import { indexStaticFiles } from '../edge/entry/static-index.node.ts';
import { ensureChromium } from './lib/find-chromium.ts';
import { contactSheet, type SheetRow } from './lib/screenshots/contact-sheet.ts';
import { FORM_STATES } from './lib/screenshots/form-shots.ts';
import { siteShots, type SiteShot } from './lib/screenshots/site-shots.ts';

const USAGE = `Takes pictures of a built site, one of each kind of page.
  node scripts/screenshots.ts [folder] [--dist dist/site]
    [--only home.zh.390.light]   only pictures whose name begins so; may be given several times
    [--fold]                     what a screen shows at first, instead of the whole page
    [--sheet docs/pages.png]     instead of the pictures, one sheet of all kinds of pages`;

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const DEVICES = {
  390: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true },
  1440: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, isMobile: false },
} as const;
const WIDTHS = [390, 1440] as const;
const SCHEMES = ['light', 'dark'] as const;
const LOCALES = ['zh', 'en'] as const;
const FORM_PAGE = 'whitepapers/inline-gauging/';
/** What the sheet shows of each kind, from left to right. */
const SHEET_VIEWS: readonly View[] = [
  { width: 1440, colorScheme: 'light', locale: 'zh' },
  { width: 390, colorScheme: 'light', locale: 'en' },
  { width: 1440, colorScheme: 'dark', locale: 'en' },
  { width: 390, colorScheme: 'dark', locale: 'zh' },
];

interface View {
  readonly width: (typeof WIDTHS)[number];
  readonly colorScheme: (typeof SCHEMES)[number];
  readonly locale: (typeof LOCALES)[number];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dist: { type: 'string', default: 'dist/site' },
    only: { type: 'string', multiple: true, default: [''] },
    fold: { type: 'boolean', default: false },
    sheet: { type: 'string' },
    help: { type: 'boolean' },
  },
});

if (values.help) console.log(USAGE);
else await withBrowser(values.sheet === undefined ? takeAll : takeSheet);

interface Studio {
  readonly browser: Browser;
  readonly origin: string;
  readonly shots: readonly SiteShot[];
}

async function withBrowser(work: (studio: Studio) => Promise<void>): Promise<void> {
  const shots = await siteShots(values.dist);
  const server = await serve(values.dist);
  const executablePath = await ensureChromium({ say: console.log });
  const browser = await chromium.launch({ executablePath, args: QUIET });
  try {
    await work({ browser, origin: `http://127.0.0.1:${server.port}`, shots });
  } finally {
    await browser.close();
    server.close();
  }
}

async function takeAll({ browser, origin, shots }: Studio): Promise<void> {
  const folder = positionals[0] ?? 'docs/screenshots';
  await mkdir(folder, { recursive: true });
  const states = Object.entries(FORM_STATES).map(([name, prepare]) => ({ name, path: FORM_PAGE, prepare }));
  const views = WIDTHS.flatMap((width) =>
    SCHEMES.flatMap((colorScheme) => LOCALES.map((locale): View => ({ width, colorScheme, locale }))),
  );
  for (const view of views) {
    const context = await openContext(browser, view);
    for (const shot of [...shots, ...states]) {
      const fileName = `${shot.name}.${view.locale}.${view.width}.${view.colorScheme}.png`;
      if (!values.only.some((start) => fileName.startsWith(start))) continue;
      const page = await openPage(context, `${origin}/${view.locale}/${shot.path}`);
      const prepare = 'prepare' in shot ? (shot.prepare as (page: Page) => Promise<void>) : undefined;
      await prepare?.(page);
      const file = join(folder, fileName);
      await page.screenshot({ path: file, fullPage: !prepare && !values.fold });
      console.log(file);
      await page.close();
    }
    await context.close();
  }
}

async function takeSheet({ browser, origin, shots }: Studio): Promise<void> {
  const path = values.sheet ?? '';
  const pictures = new Map<string, Buffer[]>(shots.map(({ name }) => [name, []]));
  for (const view of SHEET_VIEWS) {
    const context = await openContext(browser, view);
    for (const shot of shots) {
      const page = await openPage(context, `${origin}/${view.locale}/${shot.path}`);
      pictures.get(shot.name)?.push(await page.screenshot());
      await page.close();
    }
    await context.close();
  }
  const rows = [...pictures].map(([label, taken]): SheetRow => ({ label, pictures: taken }));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await contactSheet(rows));
  console.log(`${path}: ${rows.length} kinds of pages`);
}

function openContext(browser: Browser, { width, colorScheme, locale }: View): Promise<BrowserContext> {
  return browser.newContext({
    ...DEVICES[width],
    colorScheme,
    reducedMotion: 'reduce',
    locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
  });
}

async function openPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  // A picture of the whole page shows what lies below the fold too.
  await page.evaluate(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  });
  return page;
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
