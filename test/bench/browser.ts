import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright';
import { ensureChromium } from '../../scripts/lib/find-chromium.ts';
import { runScript } from '../support/run-script.ts';
import { serveSite } from '../support/served-site.ts';
import { compare, median, printTable } from './lib/report.ts';
import { traceScripts } from './lib/trace-scripts.ts';

/**
 * What a page view costs in the browser of a phone four times slower than this machine: without any script of ours,
 * before a choice, and with a journey kept. Of each the middle of some views, turn by turn.
 */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7);
const SLOWER = 4;
/** Of our scripts, on the main thread. */
const BUDGET_MS = 30;
const READING_MS = 1500;
const PAGES = {
  'white paper': '/zh/whitepapers/inline-gauging/',
  'landing page': '/zh/landing/electrode-open-day/',
};
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

interface View {
  /** Of our scripts, compiled and run, and of all that the main thread does. */
  readonly scriptMs: number;
  readonly taskMs: number;
  readonly receivedBytes: number;
  /** Bodies of requests. */
  readonly sentBytes: number;
  readonly storedBytes: number;
}

type Visitor = 'bare' | 'asked' | 'agreed';

const folder = await mkdtemp(join(tmpdir(), 'gatehouse-browser-'));
const env = { GATEHOUSE_OUT: join(folder, 'dist'), GATEHOUSE_DATA: join(folder, 'data') };
try {
  await runScript('build.ts', { env });
  const server = await serveSite(env);
  const browser = await chromium.launch({
    executablePath: await ensureChromium({ say: console.log }),
    args: FLAGS,
  });
  try {
    for (const [name, path] of Object.entries(PAGES)) report(name, await measure(browser, server.url + path));
  } finally {
    await browser.close();
    await server.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(browser: Browser, url: string): Promise<Record<Visitor, View>> {
  const views: Record<Visitor, View[]> = { bare: [], asked: [], agreed: [] };
  const visitors = Object.keys(views) as Visitor[];
  // The first round warms browser and server up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const visitor of visitors) {
      const view = await viewAs(visitor, { browser, url });
      if (round > 0) views[visitor].push(view);
    }
  }
  return { bare: middle(views.bare), asked: middle(views.asked), agreed: middle(views.agreed) };
}

async function viewAs(visitor: Visitor, { browser, url }: { browser: Browser; url: string }): Promise<View> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  try {
    if (visitor === 'agreed') await agree(context, url);
    const page = await context.newPage();
    if (visitor === 'bare') await page.route('**/*.js', (route) => route.abort());
    return await readPage(page, { browser, url });
  } finally {
    await context.close();
  }
}

async function agree(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('[data-choose=all]').click();
  await page.waitForFunction(() => localStorage.getItem('gatehouse.journey') !== null);
  await page.close();
}

async function readPage(page: Page, { browser, url }: { browser: Browser; url: string }): Promise<View> {
  const session = await page.context().newCDPSession(page);
  let receivedBytes = 0;
  let sentBytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (receivedBytes += encodedDataLength));
  page.on('request', (request) => (sentBytes += request.postDataBuffer()?.length ?? 0));
  await session.send('Network.enable');
  // Each view is a first one, of the visitor who had to agree before, too.
  await session.send('Network.clearBrowserCache');
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const kept = (): Promise<number> =>
    page.evaluate(() =>
      Object.entries(localStorage).reduce(
        (sum, pair) => sum + new TextEncoder().encode(pair.join('')).length,
        0,
      ),
    );
  const scriptMs = await traceScripts(browser, {
    path: '/_astro/',
    async run() {
      await page.goto(url, { waitUntil: 'networkidle' });
      for (let step = 0; step < 5; step += 1) {
        await page.mouse.wheel(0, 400);
        await page.waitForTimeout(READING_MS / 5);
      }
    },
  });
  const { TaskDuration = Number.NaN } = await metricsOf(session);
  return {
    scriptMs,
    taskMs: TaskDuration * 1000,
    receivedBytes,
    sentBytes,
    storedBytes: await kept(),
  };
}

async function metricsOf(session: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

function middle(views: readonly View[]): View {
  const of = (fact: keyof View): number => median(views.map((view) => view[fact]));
  return {
    scriptMs: of('scriptMs'),
    taskMs: of('taskMs'),
    receivedBytes: of('receivedBytes'),
    sentBytes: of('sentBytes'),
    storedBytes: of('storedBytes'),
  };
}

function report(name: string, { bare, asked, agreed }: Record<Visitor, View>): void {
  printTable(
    `${name}: main thread of our scripts, on a phone ${SLOWER} times slower`,
    [
      compare('ms before a choice', asked.scriptMs, BUDGET_MS, '≤ 1'),
      compare('ms with a journey', agreed.scriptMs, BUDGET_MS, '≤ 1'),
    ],
    'budget',
  );
  printTable(`${name}: a page view without any script`, [
    compare('main thread, ms, before a choice', asked.taskMs, bare.taskMs),
    compare('main thread, ms, with a journey', agreed.taskMs, bare.taskMs),
    compare('bytes received, before a choice', asked.receivedBytes, bare.receivedBytes),
    compare('bytes received, with a journey', agreed.receivedBytes, bare.receivedBytes),
  ]);
  console.log(
    `  with a journey ${agreed.sentBytes} bytes of bodies sent, ${agreed.storedBytes} bytes stored after two views; ` +
      `before a choice ${asked.sentBytes} and ${asked.storedBytes}`,
  );
}
