import { gzipSync } from 'node:zlib';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { type AskingSite, serveAskingSite } from './support/asking-site.ts';
import { fillForm, fillInTime, newVisitor, paperPath, WORDS } from './support/visitor.ts';

const AD = '/zh/?utm_source=baidu&utm_medium=cpc&utm_campaign=q4&bd_vid=aBc';
const REP = `${paperPath('zh')}?utm_source=lin-yue&utm_medium=person-link`;
const JOURNEY = 'gatehouse.journey';
const DAY_MS = 86_400_000;

let site: AskingSite;

test.beforeAll(async () => {
  site = await serveAskingSite();
});

test.afterAll(() => site.stop());

test('an ad on Monday, a direct visit on Wednesday and a colleague’s link on Friday are all there', async ({
  context,
}) => {
  const monday = await visitOn(context, { daysAgo: 4, path: AD, referrer: 'https://www.baidu.com/s?wd=x' });
  await monday.getByRole('button', { name: '全部同意' }).click();
  await expect.poll(() => kept(monday)).toContain('bd_vid=aBc');
  await monday.getByRole('link', { name: WORDS.zh.paper }).first().click();
  await expect.poll(() => kept(monday)).toContain(`"path":"${paperPath('zh')}"`);
  await monday.close();
  const wednesday = await visitOn(context, { daysAgo: 2, path: '/zh/products/' });
  await expect.poll(() => kept(wednesday)).toContain('"path":"/zh/products/"');
  await wednesday.close();
  const friday = await visitOn(context, { daysAgo: 0, path: REP });
  await expect.poll(() => kept(friday)).toContain('person-link');
  await register(friday);

  const shown = await site.showNewest();
  expect(shown).toMatch(/first touch +Paid Search: baidu \/ cpc \/ q4/);
  expect(shown).toMatch(/last touch +.*lin-yue \/ person-link/);
  expect(shown).toMatch(/last non-direct +Paid Search: baidu \/ cpc \/ q4/);
  expect(shown).toMatch(/last person link +.*lin-yue/);
  const line = shown.slice(shown.indexOf('Journey'));
  expect(line.match(/ came +/g)).toHaveLength(3);
  expect(line).toMatch(/came +Paid Search: .*bd_vid=aBc +from https:\/\/www\.baidu\.com\/s\?wd=x/);
  expect(line).toMatch(/came +Direct: .*\/zh\/products\//);
  expect(line).toMatch(/read +\/zh\/whitepapers\/inline-gauging\/ +\d+ s, \d+ % seen/);
  expect(line).toMatch(/form +\/zh\/whitepapers\/inline-gauging\/ +whitepaper/);
});

test('where it is refused, nothing but the refusal is kept, and nothing is sent of a journey', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.goto(site.url + AD);
  await page.getByRole('button', { name: '全部拒绝' }).click();
  await page.getByRole('link', { name: WORDS.zh.paper }).first().click();
  await register(page);
  expect(await page.evaluate(() => [Object.keys(localStorage), sessionStorage.length])).toEqual([
    ['gatehouse.privacy'],
    0,
  ]);
  expect(asked.filter((one) => !/^GET \/(?!api)/.test(one))).toEqual(['POST /api/register']);
  expect(asked.filter((one) => one.includes('JourneyScript'))).toEqual([]);
  const shown = await site.showNewest();
  expect(shown).not.toContain('Journey');
  expect(shown).toMatch(/bd_vid +aBc/);
});

test('two tabs add to one journey and are one visit', async ({ page, context }) => {
  await page.goto(site.url + AD);
  await page.getByRole('button', { name: '全部同意' }).click();
  await expect.poll(() => kept(page)).toContain('"path":"/zh/"');
  const other = await context.newPage();
  await other.goto(`${site.url}/zh/cases/`);
  await expect.poll(() => kept(other)).toContain('"path":"/zh/cases/"');
  await page.getByRole('link', { name: WORDS.zh.paper }).first().click();
  await expect.poll(() => kept(page)).toContain(`"path":"${paperPath('zh')}"`);
  const journey = JSON.parse((await kept(page)) ?? '') as { visits: unknown[]; views: { path: string }[] };
  expect(journey.visits).toHaveLength(1);
  expect(journey.views.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/zh/', '/zh/cases/', paperPath('zh')]),
  );
});

test('a page back from the browser’s cache is read once more', async ({ page }) => {
  await page.goto(`${site.url}/zh/`);
  await page.getByRole('button', { name: '全部同意' }).click();
  await expect.poll(() => kept(page)).toContain('"path":"/zh/"');
  // The browser of the tests keeps no such cache: it is told what it would be told.
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  const { views } = JSON.parse((await kept(page)) ?? '') as { views: { path: string }[] };
  expect(views.map(({ path }) => path)).toEqual(['/zh/', '/zh/']);
});

test('time in sight counts while somebody is there; depth, buttons and mistakes are noted', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto(site.url + paperPath('en'));
  await page.getByRole('button', { name: 'Accept all' }).click();
  await expect.poll(() => kept(page)).toContain(paperPath('en'));
  await page.clock.runFor(20_000);
  const read = await viewOf(page);
  expect(read.seconds).toBeGreaterThanOrEqual(15);
  expect(read.depth).toBeLessThan(60);
  await page.clock.runFor(600_000);
  expect((await viewOf(page)).seconds).toBeLessThanOrEqual(31);
  await page.evaluate(async () => {
    const scrolled = new Promise((resolve) => addEventListener('scroll', resolve, { once: true }));
    scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
    await scrolled;
  });
  await page.getByLabel(WORDS.en.email).fill('ada@plant');
  await page.getByRole('button', { name: WORDS.en.submit }).click();
  await page.clock.runFor(6000);
  const after = await viewOf(page);
  expect(after.depth).toBe(100);
  expect(after.seconds).toBeLessThan(60);
  const { acts } = JSON.parse((await kept(page)) ?? '') as { acts: { type: string; what: string }[] };
  expect(acts.map(({ type, what }) => `${type} ${what}`)).toEqual([
    'form_start whitepaper',
    'form_error name, email, company, consents.privacy',
  ]);
  await page.goto(`${site.url}/en/`);
  expect(await kept(page)).toContain('form_abandon');
  expect(await kept(page)).not.toContain('ada@plant');
});

test('a page drawn in advance is visited when it is shown', async ({ page }) => {
  await page.goto(`${site.url}/en/`);
  await page.getByRole('button', { name: 'Accept all' }).click();
  await expect.poll(() => kept(page)).toContain('"path":"/en/"');
  await page.addInitScript(() =>
    Object.defineProperty(document, 'prerendering', { value: true, writable: true }),
  );
  const script = page.waitForResponse(/JourneyScript/);
  await page.goto(`${site.url}/en/cases/`, { waitUntil: 'networkidle' });
  await script;
  expect(await kept(page)).not.toContain('/en/cases/');
  await page.evaluate(() => document.dispatchEvent(new Event('prerenderingchange')));
  await expect.poll(() => kept(page)).toContain('"path":"/en/cases/"');
});

test('where storage is blocked the journey is that of the page, and the lead gets in', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  );
  await page.goto(site.url + REP);
  await Promise.all([
    page.waitForResponse(/JourneyScript/),
    page.getByRole('button', { name: '全部同意' }).click(),
  ]);
  await register(page);
  expect(await site.showNewest()).toMatch(/first touch +.*lin-yue \/ person-link/);
});

test('who withdraws takes the journey out of the browser, in every tab', async ({ page, context }) => {
  await page.goto(`${site.url}/en/`);
  await page.getByRole('button', { name: 'Accept all' }).click();
  await expect.poll(() => kept(page)).toContain('"path":"/en/"');
  const other = await context.newPage();
  await other.goto(`${site.url}/en/cases/`);
  await expect.poll(() => kept(other)).toContain('"path":"/en/cases/"');
  await other.getByRole('button', { name: 'Privacy choices' }).click();
  await other.getByRole('button', { name: 'Refuse all' }).click();
  expect(await kept(other)).toBeNull();
  await page.mouse.wheel(0, 500);
  await page.reload();
  expect(await kept(page)).toBeNull();
});

test('a search that stands is noted once, and a film that is started', async ({ page }) => {
  await page.goto(`${site.url}/en/`);
  await page.getByRole('button', { name: 'Accept all' }).click();
  await expect.poll(() => kept(page)).toContain('"path":"/en/"');
  await page.goto(`${site.url}/en/search/`);
  await expect.poll(() => kept(page)).toContain('/en/search/');
  await page.getByRole('searchbox').pressSequentially('gauging ada@plant.example');
  await page.getByRole('searchbox').fill('gauging');
  await expect.poll(() => kept(page)).toContain('"type":"search"');
  await page.locator('[data-results] a').first().click();
  await page.goto(`${site.url}/en/landing/electrode-open-day/`);
  await expect.poll(() => kept(page)).toContain('/en/landing/electrode-open-day/');
  await page.locator('a[data-video]').click();
  await expect.poll(() => kept(page)).toContain('"type":"video_play"');
  const { acts } = JSON.parse((await kept(page)) ?? '') as { acts: { type: string; what: string }[] };
  expect(acts.filter(({ type }) => type === 'search')).toMatchObject([{ what: 'gauging' }]);
  expect(acts.find(({ type }) => type === 'video_play')?.what).not.toBe('');
});

test('offline, a registration is not sent yet, and then sent once, journey included', async ({
  page,
  context,
}) => {
  await page.goto(site.url + AD);
  await page.getByRole('button', { name: '全部同意' }).click();
  await expect.poll(() => kept(page)).toContain('bd_vid=aBc');
  await page.getByRole('link', { name: WORDS.zh.paper }).first().click();
  await expect.poll(() => kept(page)).toContain(`"path":"${paperPath('zh')}"`);
  await fillInTime(page, { locale: 'zh', visitor: newVisitor() });
  await context.setOffline(true);
  await page.getByRole('button', { name: WORDS.zh.submit }).click();
  await expect(page.locator('form[data-gate]')).toHaveAttribute('data-state', 'unsent');
  await expect(page.locator('.gate-status')).not.toBeEmpty();
  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: WORDS.zh.thanks })).toBeFocused();
  const shown = await site.showNewest();
  expect(shown).toMatch(/same person +no other registration/);
  expect(shown).toMatch(/first touch +Paid Search: baidu \/ cpc \/ q4/);
});

test('without JavaScript a form is sent beside a kept choice, and says nothing of it', async ({
  page,
  browser,
}) => {
  await page.goto(`${site.url}/zh/`);
  await page.getByRole('button', { name: '全部同意' }).click();
  await expect.poll(() => kept(page)).toContain('"path":"/zh/"');
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const form = await plain.newPage();
  await form.goto(site.url + paperPath('zh'));
  await fillForm(form, { locale: 'zh', visitor: newVisitor() });
  await form.getByRole('button', { name: WORDS.zh.submit }).click();
  await expect(form.getByRole('heading', { name: WORDS.zh.thanks })).toBeVisible();
  const shown = await site.showNewest();
  await plain.close();
  expect(shown).not.toContain('Journey');
  expect(shown).not.toContain('site.analytics');
});

test('before a choice a page with a form costs at most 6 KB of script, banner included', async ({ page }) => {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await page.goto(site.url + paperPath('zh'), { waitUntil: 'networkidle' });
  await expect(page.locator('[data-privacy]')).toBeVisible();
  const bytes = (await Promise.all(scripts)).map((body) => gzipSync(body, { level: 9 }).length);
  expect(bytes.length).toBeGreaterThan(1);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(6000);
});

/** A tab of the same browser on another day. */
async function visitOn(
  context: BrowserContext,
  { daysAgo, path, referrer }: { daysAgo: number; path: string; referrer?: string },
): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript((ms) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() - ms;
  }, daysAgo * DAY_MS);
  await page.goto(site.url + path, referrer ? { referer: referrer } : {});
  return page;
}

async function register(page: Page): Promise<void> {
  await fillInTime(page, { locale: 'zh', visitor: newVisitor() });
  await page.getByRole('button', { name: WORDS.zh.submit }).click();
  await expect(page.getByRole('heading', { name: WORDS.zh.thanks })).toBeFocused();
}

async function viewOf(page: Page): Promise<{ seconds: number; depth: number }> {
  const { views } = JSON.parse((await kept(page)) ?? '') as { views: { seconds: number; depth: number }[] };
  return views.at(-1) ?? { seconds: -1, depth: -1 };
}

function kept(page: Page): Promise<string | null> {
  return page.evaluate((key) => localStorage.getItem(key), JOURNEY);
}
