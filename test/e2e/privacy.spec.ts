import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { type AskingSite, serveAskingSite } from './support/asking-site.ts';
import { fillInTime, newVisitor, paperPath, WORDS } from './support/visitor.ts';

const KEY = 'gatehouse.privacy';
const REGION = 'Your data, your call';

let site: AskingSite;

test.beforeAll(async () => {
  site = await serveAskingSite();
});

test.afterAll(() => site.stop());

test('a visitor is asked once, and agreeing and refusing are equally easy', async ({ page }) => {
  await page.goto(`${site.url}/en/`);
  const banner = page.getByRole('region', { name: REGION });
  await expect(banner).toBeVisible();
  const accept = banner.getByRole('button', { name: 'Accept all' });
  const refuse = banner.getByRole('button', { name: 'Refuse all' });
  const [left, right] = [await refuse.boundingBox(), await accept.boundingBox()];
  expect({ width: left?.width, height: left?.height, y: left?.y }).toEqual({
    width: right?.width,
    height: right?.height,
    y: right?.y,
  });
  const lookOf = (of: typeof accept) =>
    of.evaluate((button) => {
      const { color, backgroundColor, fontSize, fontWeight } = getComputedStyle(button);
      return { color, backgroundColor, fontSize, fontWeight };
    });
  expect(await lookOf(accept)).toEqual(await lookOf(refuse));
  await expectNothingKept(page);
  await banner.evaluate((section) => Promise.all(section.getAnimations().map(({ finished }) => finished)));
  expect((await new AxeBuilder({ page }).include('.privacy').analyze()).violations).toEqual([]);

  await accept.click();
  await expect(banner).toBeHidden();
  expect(await keptChoice(page)).toMatchObject({ granted: ['analytics', 'marketing'], version: '2026-11' });
  await page.goto(`${site.url}/zh/products/`);
  await expect(page.locator('[data-privacy-open]')).toBeVisible();
  await expect(page.locator('[data-privacy]')).toBeHidden();
});

test('what was chosen can be changed in the foot, by keyboard alone', async ({ page }) => {
  await page.goto(`${site.url}/en/`);
  await page.getByRole('button', { name: 'Refuse all' }).click();
  expect(await keptChoice(page)).toMatchObject({ granted: [] });
  const opener = page.getByRole('button', { name: 'Privacy choices' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: REGION })).toBeFocused();
  const analytics = page.getByRole('checkbox', { name: /^Analytics/ });
  await expect(analytics).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: /^Necessary/ })).toBeDisabled();
  await analytics.focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Save choices' }).press('Enter');
  expect(await keptChoice(page)).toMatchObject({ granted: ['analytics'] });
  await expect(opener).toBeFocused();
});

test('a choice in one tab holds in the other', async ({ page, context }) => {
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(`${site.url}/en/`);
    await expect(tab.getByRole('region', { name: REGION })).toBeVisible();
  }
  await other.getByRole('button', { name: 'Accept all' }).click();
  await expect(page.getByRole('region', { name: REGION })).toBeHidden();
});

test('a changed text asks again', async ({ page }) => {
  await page.goto(`${site.url}/en/`);
  await page.getByRole('button', { name: 'Accept all' }).click();
  await page.evaluate((key) => {
    const kept = JSON.parse(localStorage.getItem(key) ?? '') as object;
    localStorage.setItem(key, JSON.stringify({ ...kept, edition: 'of-last-year' }));
  }, KEY);
  await page.reload();
  await expect(page.getByRole('region', { name: REGION })).toBeVisible();
});

test('Global Privacy Control is a refusal: nobody is asked, and the foot still leads to the choices', async ({
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  await page.goto(`${site.url}/en/`);
  await page.getByRole('button', { name: 'Privacy choices' }).click();
  await expect(page.getByText('Your browser asks sites not to collect')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Analytics/ })).not.toBeChecked();
  await expectNothingKept(page);
});

test('without storage the choice holds for the page, and the form works', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  );
  await page.goto(site.url + paperPath('en'));
  await page.getByRole('button', { name: 'Refuse all' }).click();
  await expect(page.getByRole('region', { name: REGION })).toBeHidden();
  await registerAs(page);
  expect(await site.showNewest()).toMatch(/site\.analytics +not given +version 2026-11, en/);
});

test('the choice is stored with a registration, with text, version, language and time', async ({ page }) => {
  await page.goto(site.url + paperPath('en'));
  await page.getByRole('button', { name: 'Accept all' }).click();
  const kept = await keptChoice(page);
  await registerAs(page);
  const shown = await site.showNewest();
  expect(shown).toContain(`version 2026-11, en, sha256 ${kept?.['textHash'] as string}`);
  expect(shown).toMatch(/site\.analytics +given/);
  expect(shown).toMatch(/site chosen +\d{4}-/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing is asked or offered, since nothing is kept', async ({ page }) => {
    await page.goto(`${site.url}/en/`);
    await expect(page.locator('[data-privacy]')).toBeHidden();
    await expect(page.locator('[data-privacy-open]')).toBeHidden();
  });
});

async function registerAs(page: Page): Promise<void> {
  await fillInTime(page, { locale: 'en', visitor: newVisitor() });
  await page.getByRole('button', { name: WORDS.en.submit }).click();
  await expect(page.getByRole('heading', { name: WORDS.en.thanks })).toBeFocused();
}

async function expectNothingKept(page: Page): Promise<void> {
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ]);
}

async function keptChoice(page: Page): Promise<Record<string, unknown> | null> {
  return page.evaluate(
    (key) => JSON.parse(localStorage.getItem(key) ?? 'null') as Record<string, unknown> | null,
    KEY,
  );
}
