import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ROOT, runScript } from '../support/run-script.ts';
import { type ServedSite, serveSite } from '../support/served-site.ts';
import { fillPerson, newVisitor, poolRecords, WORDS } from './support/visitor.ts';

const PAGE = '/zh/landing/electrode-open-day/';
const SUBMIT = '预约席位';
const zh = WORDS.zh;
/** Before and after the open day. */
const BEFORE = new Date('2027-01-19T13:59:30+08:00');
const AFTER = new Date('2027-01-21T14:00:01+08:00');

test('leaves no way out but the form, the other language and the legal pages', async ({ page }) => {
  await page.goto(PAGE);
  const outside = page.locator('header.head a, footer a');
  const addresses = await outside.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(addresses).toEqual([
    '/en/landing/electrode-open-day/',
    '/zh/privacy/',
    '/zh/imprint/',
    'https://beian.miit.gov.cn/',
  ]);
  await expect(page.locator('form[data-gate]')).toHaveCount(1);
  await page.locator('a.language').click();
  await expect(page).toHaveURL('/en/landing/electrode-open-day/');
});

test('registers from the foot of the page, and hands over the file', async ({ page }) => {
  const visitor = newVisitor();
  await page.clock.install();
  await page.goto(PAGE);
  await fillIn(page, visitor);
  await page.clock.fastForward(3_000);
  await page.locator('form[data-gate]').getByRole('button').click();
  await expect(page.getByRole('heading', { name: zh.thanks })).toBeFocused();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: zh.download }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('北湖仪器－线上开放日：流程与准备清单.pdf');
  const records = (await poolRecords()).filter((record) => Object.values(record).includes(visitor.email));
  expect(records.map(({ entry }) => entry)).toEqual(['landing/electrode-open-day']);
});

test('lends its one form to a dialog and takes it back with what was entered', async ({ page }) => {
  const visitor = newVisitor();
  await page.clock.install();
  await page.goto(PAGE);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const opener = page.locator('.cta--button a');
  const dialog = page.getByRole('dialog');
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveAccessibleName(SUBMIT);
  await expect(page.locator('form[data-gate]')).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
  await dialog.getByLabel(zh.name).fill(visitor.name);

  // The focus goes round within the dialog and the browser's own controls, never into the page behind.
  for (let step = 0; step < 15; step += 1) {
    await page.keyboard.press('Tab');
    const isInside = await page.evaluate(
      () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
    );
    expect(isInside, `after ${step + 1} tabs`).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(page.locator('.goal').getByLabel(zh.name)).toHaveValue(visitor.name);

  await opener.click();
  await fillIn(page, visitor);
  await page.clock.fastForward(3_000);
  await dialog.locator('form[data-gate]').getByRole('button').click();
  await expect(dialog.getByRole('heading', { name: zh.thanks })).toBeFocused();
});

test('closes the dialog by its button and by a click beside it', async ({ page, isMobile }) => {
  await page.goto(PAGE);
  const dialog = page.getByRole('dialog');
  await page.locator('.stage-action a').click();
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect(dialog).toBeHidden();
  await page.locator('.stage-action a').click();
  await page.mouse.click(isMobile ? 195 : 20, 4);
  await expect(dialog).toBeHidden();
  await expect(page.locator('.goal form[data-gate]')).toBeVisible();
});

test('counts down without moving the page, and says afterwards that it is over', async ({ page }) => {
  const countdown = page.locator('.countdown');
  await page.clock.setFixedTime(BEFORE);
  await page.goto(PAGE);
  await expect(countdown.locator('b')).toHaveText(['02', '00', '00', '30']);
  const height = (await countdown.boundingBox())?.height;
  await page.clock.setFixedTime(AFTER);
  await expect(countdown).toContainText('直播已经结束');
  expect((await countdown.boundingBox())?.height).toBe(height);
});

test('loads a film when it is asked for, and no sooner', async ({ page }) => {
  const films: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('.mp4')) films.push(new URL(request.url()).pathname);
  });
  await page.goto(PAGE);
  const link = page.getByRole('link', { name: '播放：台架走带，12 秒看懂' });
  const room = await roomOf(link);
  expect(films).toEqual([]);
  await link.focus();
  await page.keyboard.press('Enter');
  const film = page.locator('video');
  await expect(film).toBeFocused();
  await expect.poll(() => films[0]).toBe(`${PAGE}bench.mp4`);
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.readyState)).toBeGreaterThan(1);
  expect(await roomOf(film)).toEqual(room);
});

test('keeps a way to the form at the foot of a phone, except beside another', async ({ page, isMobile }) => {
  await page.goto(PAGE);
  await page.getByRole('button', { name: '全部拒绝' }).click();
  const bar = page.locator('.foot-bar a');
  await expect(bar).toBeHidden();
  await page.locator('.agenda').scrollIntoViewIfNeeded();
  if (!isMobile) return expect(bar).toBeHidden();
  await expect(bar).toBeInViewport({ ratio: 1 });
  await page.locator('.goal form').scrollIntoViewIfNeeded();
  await expect(bar).toBeHidden();
  await page.locator('.agenda').scrollIntoViewIfNeeded();
  await bar.click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('opens without a second button at the foot of a phone, however late its scripts are', async ({
  page,
}) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(PAGE, { waitUntil: 'commit' });
  await expect(page.locator('.stage-action a')).toBeInViewport();
  await expect(page.locator('.foot-bar a')).toBeHidden();
  release();
  await page.waitForLoadState();
  await expect(page.locator('.foot-bar')).toHaveClass(/is-placed/);
  await expect(page.locator('.foot-bar a')).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('every way leads to the form, answers open, and the form registers', async ({ page, isMobile }) => {
    await page.goto(PAGE);
    if (isMobile) await expect(page.locator('.foot-bar a')).toBeVisible();
    for (const link of await page.locator('a[data-opens-form]').all()) {
      expect(await link.getAttribute('href')).toBe('#get');
    }
    await page.locator('.stage-action a').click();
    await expect(page.locator('form[data-gate]')).toBeInViewport();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const answer = page.locator('.faq-answer').first();
    await expect(answer).toBeHidden();
    await page.locator('main summary').first().click();
    await expect(answer).toBeVisible();

    await expect(page.locator('.countdown time')).toHaveText('2027年1月21日 14:00（UTC+8）');
    await expect(page.locator('.countdown-left')).toBeHidden();
    expect(await page.locator('.film-link').getAttribute('href')).toBe('bench.mp4');

    await fillIn(page, newVisitor());
    await page.locator('form[data-gate]').getByRole('button').click();
    await expect(page).toHaveURL(/\/t\//);
    await expect(page.getByRole('heading', { name: zh.thanks })).toBeVisible();
  });
});

test.describe('with a film from elsewhere', () => {
  test.skip(({ isMobile }) => isMobile, 'a policy is the same on every screen');
  let folder: string;
  let site: ServedSite;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    folder = await mkdtemp(join(tmpdir(), 'gatehouse-film-'));
    const content = join(folder, 'content');
    await cp(join(ROOT, 'content'), content, { recursive: true });
    const entry = join(content, 'landing/electrode-open-day');
    await rm(join(entry, 'bench.mp4'));
    for (const name of ['zh.mdx', 'en.mdx']) {
      const text = await readFile(join(entry, name), 'utf8');
      await writeFile(
        join(entry, name),
        text.replace('file="bench.mp4"', 'provider="bilibili" id="BV1xx411c7mD"'),
      );
    }
    const env = {
      GATEHOUSE_CONTENT: content,
      GATEHOUSE_OUT: join(folder, 'dist'),
      GATEHOUSE_DATA: join(folder, 'data'),
    };
    await runScript('build.ts', { env });
    site = await serveSite(env);
  });

  test.afterAll(async () => {
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('asks nobody else before the click, and then the provider alone', async ({ page }) => {
    const asked: string[] = [];
    await page.route(/./, (route) => {
      const { origin } = new URL(route.request().url());
      if (origin === new URL(site.url).origin) return route.continue();
      asked.push(origin);
      return route.fulfill({ contentType: 'text/html', body: '<p>a film</p>' });
    });
    await page.goto(`${site.url}${PAGE}`);
    const policy = await page.locator('meta[http-equiv=content-security-policy]').getAttribute('content');
    expect(/frame-src [^;]*/.exec(policy ?? '')?.[0]).toBe('frame-src https://player.bilibili.com');
    await page.locator('.film-link').scrollIntoViewIfNeeded();
    expect(asked).toEqual([]);

    await page.locator('.film-link').click();
    await expect(page.locator('iframe')).toHaveAttribute('title', '台架走带，12 秒看懂');
    await expect(page.frameLocator('iframe').getByText('a film')).toBeVisible();
    expect(asked).toEqual(['https://player.bilibili.com']);
    await page.goto(`${site.url}/zh/landing/vial-sample-test/`);
    await expect(page.locator('meta[http-equiv=content-security-policy]')).not.toHaveAttribute(
      'content',
      /frame-src/,
    );
  });
});

/** Where an element lies on the page, however far that is scrolled. */
function roomOf(element: Locator): Promise<readonly number[]> {
  return element.evaluate((node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return [x, y + scrollY, width, height];
  });
}

function fillIn(page: Page, visitor: ReturnType<typeof newVisitor>): Promise<void> {
  return fillPerson(page.locator('form[data-gate]'), { locale: 'zh', visitor });
}
