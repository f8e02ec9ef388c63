import { expect, type Page, test } from '@playwright/test';
import type { ServedSite } from '../support/served-site.ts';
import { serveAlteredSite } from './support/altered-site.ts';

test.describe.configure({ mode: 'default' });
test.skip(({ isMobile }) => isMobile, 'a cookie is the same on every screen');

const DOMAIN = 'gatehouse.localhost';
let site: ServedSite;
let www: string;
let shop: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await serveAlteredSite((yaml) =>
    yaml
      .replace(/^domain: .*/m, `domain: https://www.${DOMAIN}`)
      .replace('\nprivacyChoices:\n', `\nprivacyChoices:\n  domain: ${DOMAIN}\n`),
  );
  const { port } = new URL(site.url);
  www = `http://www.${DOMAIN}:${port}`;
  shop = `http://shop.${DOMAIN}:${port}`;
});

test.afterAll(() => site.stop());

test('sub-domains share the choice and where visits came from, in cookies of at most 3 KB', async ({
  page,
}) => {
  await page.goto(`${www}/en/?utm_source=baidu&utm_medium=cpc&bd_vid=aBc&q=%E6%9E%81`);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.getByRole('button', { name: 'Accept all' }).click();
  await expect.poll(() => kept(page)).toContain('bd_vid=aBc');
  await page.evaluate((url) => {
    location.href = url;
  }, `${shop}/en/cases/`);
  await page.waitForURL(`${shop}/en/cases/`);
  await expect.poll(() => kept(page)).toContain('/en/cases/');
  await expect(page.locator('[data-privacy]')).toBeHidden();
  // Coming from a sub-domain of ours is the same visit.
  expect(await cookie(page, 'gatehouse.journey')).toMatch(/^\d+\|http.*bd_vid=aBc&q=%E6%9E%81\|\|\d+\|$/);
  const cookies = await page.context().cookies(shop);
  expect(cookies.map(({ name, domain, sameSite }) => `${name} ${domain} ${sameSite}`).toSorted()).toEqual([
    `gatehouse.journey .${DOMAIN} Lax`,
    `gatehouse.privacy .${DOMAIN} Lax`,
  ]);
  expect(cookies.reduce((sum, { name, value }) => sum + name.length + value.length, 0)).toBeLessThan(3000);
});

test('who refuses on one sub-domain has refused on the other', async ({ page }) => {
  await page.goto(`${www}/en/`);
  await page.getByRole('button', { name: 'Accept all' }).click();
  await expect.poll(() => kept(page)).toContain('"path":"/en/"');
  await page.goto(`${shop}/en/`);
  await page.getByRole('button', { name: 'Privacy choices' }).click();
  await page.getByRole('button', { name: 'Refuse all' }).click();
  expect(await cookie(page, 'gatehouse.journey')).toBeUndefined();
  await page.goto(`${www}/en/`, { waitUntil: 'networkidle' });
  expect(await kept(page)).toBeNull();
  await expect(page.locator('[data-privacy]')).toBeHidden();
});

test('elsewhere, on a preview, each keeps its own and sets no cookie', async ({ page }) => {
  await page.goto(`${site.url}/en/`);
  await page.getByRole('button', { name: 'Accept all' }).click();
  await expect.poll(() => kept(page)).toContain('"path":"/en/"');
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.reload();
  await expect(page.locator('[data-privacy]')).toBeHidden();
});

function kept(page: Page): Promise<string | null> {
  return page.evaluate(() => localStorage.getItem('gatehouse.journey'));
}

async function cookie(page: Page, name: string): Promise<string | undefined> {
  const cookies = await page.context().cookies();
  return cookies.find((one) => one.name === name)?.value;
}
