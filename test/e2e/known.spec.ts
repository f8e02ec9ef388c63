import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { ROOT } from '../support/run-script.ts';
import { type AskingSite, serveAskingSite } from './support/asking-site.ts';
import { fillForm, fillInTime, newVisitor, paperPath, WORDS } from './support/visitor.ts';

const SECOND = '/zh/whitepapers/image-to-reject/';
const THIRD = '/zh/whitepapers/line-camera-resolution/';
const KNOWN = /您在这里登记过/;
const NOT_YOU = '不是您本人？';
const PROJECT = '您的检测项目到哪一步了？（选填）';
const SPEED = '产线速度（选填）';

let site: AskingSite;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await serveAskingSite();
});

test.afterAll(() => site.stop());

test('a second paper takes one click, and each paper may ask one thing more', async ({ page }) => {
  const visitor = newVisitor();
  const first = await register(page, { visitor, accept: true });
  await page.goto(site.url + SECOND);
  await expect(page.getByText(KNOWN)).toBeVisible();
  await expect(page.getByLabel(WORDS.zh.name)).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: WORDS.zh.privacy })).toHaveCount(0);
  await expect(page.getByLabel(PROJECT)).toBeVisible();
  expect(await page.content()).not.toContain(visitor.email);
  expect(await page.content()).not.toContain(visitor.company);

  await page.getByLabel(PROJECT).selectOption('planned');
  const second = await submit(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: WORDS.zh.download }).click();
  expect(await readFile(await (await download).path())).toEqual(
    await readFile(join(ROOT, 'content/whitepapers/image-to-reject/image-to-reject.zh.pdf')),
  );
  const shown = await site.pool('show', second, '--decrypt');
  expect(shown).toContain(visitor.email);
  expect(shown).toMatch(/project +planned/);
  expect(shown).toMatch(new RegExp(`privacy +given in ${first} `));
  expect(shown).toMatch(/status +accepted/);

  await page.goto(site.url + THIRD);
  await expect(page.getByLabel(SPEED)).toBeVisible();
  await expect(page.getByLabel(PROJECT)).toHaveCount(0);
  const third = await submit(page);
  expect(await site.pool('show', third, '--decrypt')).toMatch(/project +planned/);
});

test('somebody else gets the whole form, empty, and nothing is kept of the one before', async ({ page }) => {
  const visitor = newVisitor();
  await register(page, { visitor, accept: true });
  await page.goto(site.url + SECOND);
  await page.getByRole('button', { name: NOT_YOU }).click();
  await expect(page.getByText(KNOWN)).toHaveCount(0);
  await expect(page.getByLabel(WORDS.zh.name)).toBeFocused();
  await expect(page.getByLabel(WORDS.zh.name)).toHaveValue('');
  expect(await page.evaluate(() => localStorage.getItem('gatehouse.visitor'))).toBeNull();
  const other = newVisitor();
  await fillForm(page, { locale: 'zh', visitor: other });
  const id = await submit(page);
  const shown = await site.pool('show', id, '--decrypt');
  expect(shown).toContain(other.email);
  expect(shown).not.toContain(visitor.email);
});

test('what a visitor has begun to enter stays', async ({ page }) => {
  await register(page, { visitor: newVisitor(), accept: true });
  const answer = await holdKnown(page);
  await page.goto(site.url + SECOND);
  await page.getByLabel(WORDS.zh.name).fill('王小明');
  const known = page.waitForResponse('**/api/known');
  answer();
  await known;
  await expect(page.getByLabel(WORDS.zh.name)).toHaveValue('王小明');
  await expect(page.getByText(KNOWN)).toHaveCount(0);
});

test('a token that no longer holds brings the whole form back, with what was entered', async ({ page }) => {
  await register(page, { visitor: newVisitor(), accept: true });
  await page.goto(site.url + SECOND);
  await page.getByLabel(PROJECT).selectOption('planned');
  await page.route('**/api/register', (route) => {
    const body = route.request().postDataJSON() as { visitor: string };
    return route.continue({ postData: JSON.stringify({ ...body, visitor: `${body.visitor}x` }) });
  });
  await page.getByRole('button', { name: WORDS.zh.submit }).click();
  await expect(page.locator('.gate-status')).toContainText('没有认出您');
  await page.unroute('**/api/register');
  await expect(page.getByText(KNOWN)).toHaveCount(0);
  const visitor = newVisitor();
  await fillForm(page, { locale: 'zh', visitor });
  const id = await submit(page);
  expect(await site.pool('show', id, '--decrypt')).toMatch(/project +planned/);
});

test('what is read does not move when the form gives way', async ({ page }) => {
  await register(page, { visitor: newVisitor(), accept: true });
  const answer = await holdKnown(page);
  await page.goto(site.url + SECOND);
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  const middle = () =>
    page.evaluate(() => {
      const read = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
      return [read?.textContent.slice(0, 40), Math.round(read?.getBoundingClientRect().top ?? 0)];
    });
  const before = await middle();
  answer();
  await expect(page.getByText(KNOWN)).toHaveCount(1);
  expect(await middle()).toEqual(before);
});

test('what is done after the registration is told with it', async ({ page }) => {
  const id = await register(page, { visitor: newVisitor(), accept: true });
  await page.getByRole('link', { name: WORDS.zh.download }).click();
  await page.goto(`${site.url}/zh/cases/?utm_source=baidu&utm_medium=cpc&utm_campaign=later`);
  await expect.poll(() => kept(page, 'gatehouse.journey')).toContain('utm_campaign=later');
  await page.goto(`${site.url}/zh/products/`);
  await expect.poll(() => site.pool('show', id), { timeout: 20_000 }).toContain('/zh/cases/');
  const line = (await site.pool('show', id)).split('Journey')[1]!;
  const after = line.slice(line.indexOf('registered'));
  expect(after).toMatch(/download +\/zh\/whitepapers\/inline-gauging\//);
  expect(after).toMatch(/came +Paid Search: baidu \/ cpc \/ later/);
  expect(after).toMatch(/read +\/zh\/cases\/ +\d+ s, \d+ % seen/);
  expect(line).not.toContain('utm_campaign=later   from');
  expect(line.match(/read +\/zh\/whitepapers\/inline-gauging\//g)).toHaveLength(1);
});

test('what could not be sent goes out from the next page, once', async ({ page, context }) => {
  const id = await register(page, { visitor: newVisitor(), accept: true });
  const script = page.waitForResponse(/VisitorScript/);
  await page.goto(`${site.url}/zh/cases/`, { waitUntil: 'networkidle' });
  await script;
  // The browser's own switch is off again as soon as a page closes, whose last words then get through.
  await page.evaluate(async () => {
    window.fetch = () => Promise.reject(new TypeError('offline'));
    const scrolled = new Promise((resolve) => addEventListener('scroll', resolve, { once: true }));
    scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
    await scrolled;
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.close();
  const ofCases = async () => (await site.pool('show', id)).match(/read +\/zh\/cases\/.*/g) ?? [];
  expect((await ofCases()).join()).not.toContain('100 %');
  const next = await context.newPage();
  await next.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 60_000;
  });
  const sent = next.waitForResponse('**/api/events');
  await next.goto(`${site.url}/zh/products/`);
  expect((await sent).status()).toBe(204);
  expect(await ofCases()).toEqual([expect.stringContaining('100 % seen')]);
});

test('who withdraws is known no more: the token is gone and nothing is sent', async ({ page }) => {
  await register(page, { visitor: newVisitor(), accept: true });
  await page.goto(site.url + SECOND);
  await expect(page.getByText(KNOWN)).toBeVisible();
  await page.getByRole('button', { name: '隐私选项' }).click();
  await page.getByRole('button', { name: '全部拒绝' }).click();
  await expect(page.getByText(KNOWN)).toHaveCount(0);
  await expect(page.getByLabel(WORDS.zh.name)).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['gatehouse.privacy']);
  const asked = askedBy(page);
  await page.goto(`${site.url}/zh/cases/`);
  await page.goto(site.url + THIRD, { waitUntil: 'networkidle' });
  await expect(page.getByLabel(WORDS.zh.name)).toBeVisible();
  expect(asked).toEqual([]);
});

test('who refused is not known: no token is kept, nothing asked and nothing sent', async ({ page }) => {
  const asked = askedBy(page);
  await register(page, { visitor: newVisitor(), accept: false });
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['gatehouse.privacy']);
  await page.goto(site.url + SECOND, { waitUntil: 'networkidle' });
  await expect(page.getByLabel(WORDS.zh.name)).toBeVisible();
  expect(asked).toEqual(['/api/register']);
});

test('in the dialog of a landing page a visitor is known as well', async ({ page }) => {
  await register(page, { visitor: newVisitor(), accept: true });
  const known = page.waitForResponse('**/api/known');
  await page.goto(`${site.url}/zh/landing/electrode-open-day/`);
  await known;
  const opener = page.locator('a[data-opens-form]:visible').first();
  await opener.click();
  const dialog = page.locator('dialog[data-form-dialog]');
  await expect(dialog.getByText(KNOWN)).toBeVisible();
  await expect(dialog.getByLabel(WORDS.zh.email)).toHaveCount(0);
  await dialog.getByRole('button', { name: NOT_YOU }).click();
  await expect(dialog.getByLabel(WORDS.zh.email)).toBeVisible();
});

/** Holds back what the edge says of a known visitor until the function is called. */
async function holdKnown(page: Page): Promise<() => void> {
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/known', async (route) => {
    await held;
    await route.continue();
  });
  return () => answer();
}

/** Registers for the first paper; answers the registration's id. */
async function register(
  page: Page,
  { visitor, accept }: { visitor: ReturnType<typeof newVisitor>; accept: boolean },
): Promise<string> {
  await page.goto(site.url + paperPath('zh'));
  await page.getByRole('button', { name: accept ? '全部同意' : '全部拒绝' }).click();
  if (accept) await expect.poll(() => kept(page, 'gatehouse.journey')).toContain(paperPath('zh'));
  await fillInTime(page, { locale: 'zh', visitor });
  return submit(page);
}

async function submit(page: Page): Promise<string> {
  const answer = page.waitForResponse('**/api/register');
  await page.getByRole('button', { name: WORDS.zh.submit }).click();
  const { id } = (await (await answer).json()) as { id: string };
  await expect(page.getByRole('heading', { name: WORDS.zh.thanks })).toBeFocused();
  return id;
}

/** What a page asks the edge from now on, but which mode holds. */
function askedBy(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/') && pathname !== '/api/privacy') asked.push(pathname);
  });
  return asked;
}

function kept(page: Page, key: string): Promise<string | null> {
  return page.evaluate((name) => localStorage.getItem(name), key);
}
