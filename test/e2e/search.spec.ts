import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const CASES = {
  zh: {
    query: '测厚',
    path: '/zh/products/lg-40/',
    count: /找到 \d+ 篇/,
    kind: '白皮书',
    label: '要找什么？',
    link: '搜索',
    none: /没有找到/,
    gated: '蒙特卡洛',
    hub: { query: '动力电池', kind: '专题' },
  },
  en: {
    query: 'thickness gauges',
    path: '/en/products/lg-40/',
    count: /Found for “thickness gauges”: \d+/,
    kind: 'White papers',
    label: 'What are you looking for?',
    link: 'Search',
    none: /Nothing found/,
    gated: 'zzyzx',
    hub: { query: 'battery', kind: 'Topics' },
  },
} as const;

for (const locale of ['zh', 'en'] as const) {
  const words = CASES[locale];
  test.describe(locale, () => {
    test('loads nothing of the index before a visitor searches, then little, and once', async ({ page }) => {
      const asked = watchIndex(page);
      await page.goto(`/${locale}/`);
      await page.getByRole('link', { name: words.link, exact: true }).click();
      await expect(page.getByLabel(words.label)).toBeFocused();
      expect(asked).toEqual([]);
      await page.keyboard.type(words.query);
      await expect(page.getByRole('status')).toHaveText(words.count);
      expect(asked.length).toBeGreaterThan(2);
      expect(new Set(asked).size).toBe(asked.length);
    });

    test('shows results while typing, keeps the query in the address, and says how many', async ({
      page,
    }) => {
      await page.goto(`/${locale}/search/`);
      await page.getByLabel(words.label).fill(words.query);
      await expect(page.getByRole('status')).toHaveText(words.count);
      await expect(page.locator(`[data-results] a[href="${words.path}"]`)).toBeVisible();
      await expect(page.locator('[data-results] mark').first()).toBeVisible();
      await expect(page).toHaveURL((url) => url.searchParams.get('q') === words.query);
      await expect(page.locator('[data-browse]')).toBeHidden();
      await page.reload();
      await expect(page.getByRole('status')).toHaveText(words.count);
      await page.getByLabel(words.label).fill('');
      await expect(page.locator('[data-browse]')).toBeVisible();
      await expect(page).toHaveURL(`/${locale}/search/`);
    });

    test('narrows the results to one kind', async ({ page }) => {
      await page.goto(`/${locale}/search/?q=${encodeURIComponent(words.query)}`);
      const results = page.locator('[data-results] > li');
      await expect(results.first()).toBeVisible();
      const all = await results.count();
      const button = page.getByRole('button', { name: words.kind });
      await button.click();
      await expect(button).toHaveAttribute('aria-pressed', 'true');
      await expect(page).toHaveURL(/kind=whitepapers/);
      await expect.poll(() => results.count()).toBeLessThan(all);
      const kinds = await page.locator('[data-results] > li > p:first-child').allTextContents();
      expect(new Set(kinds)).toEqual(new Set([words.kind]));
    });

    test('finds the page that gathers what it was asked for', async ({ page }) => {
      await page.goto(`/${locale}/search/?q=${encodeURIComponent(words.hub.query)}`);
      const first = page.locator('[data-results] > li').first();
      await expect(first.getByRole('link')).toHaveAttribute('href', `/${locale}/industries/battery/`);
      await expect(first).toContainText(words.hub.kind);
      await page.getByRole('button', { name: words.hub.kind }).click();
      await expect(page.locator('[data-results] > li')).toHaveCount(1);
      await first.getByRole('link').click();
      await expect(page).toHaveURL(`/${locale}/industries/battery/`);
    });

    test('is walked by arrow keys, from the field to the page', async ({ page }) => {
      await page.goto(`/${locale}/search/?q=${encodeURIComponent(words.query)}`);
      const links = page.locator('[data-results] a');
      await expect(links.nth(1)).toBeVisible();
      await page.getByLabel(words.label).focus();
      await page.keyboard.press('ArrowDown');
      await expect(links.first()).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await expect(links.nth(1)).toBeFocused();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await expect(page.getByLabel(words.label)).toBeFocused();
      await page.keyboard.press('ArrowDown');
      const href = await links.first().getAttribute('href');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(href ?? '');
    });

    test('finds nothing of gated files and campaigns, and offers the list instead', async ({ page }) => {
      await page.goto(`/${locale}/search/?q=${encodeURIComponent(words.gated)}`);
      await expect(page.getByRole('status')).toHaveText(words.none);
      await expect(page.locator('[data-browse] a').first()).toBeVisible();
      await page.getByLabel(words.label).fill(words.query);
      await expect(page.locator('[data-results] a').first()).toBeVisible();
      await expect(page.locator('[data-results] a[href*="/landing/"]')).toHaveCount(0);
    });

    test('is accessible with results, by day and by night', async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(`/${locale}/search/?q=${encodeURIComponent(words.query)}`);
      await expect(page.locator('[data-results] a').first()).toBeVisible();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
          colorScheme,
        ).toEqual([]);
      }
    });

    test('says so when the index can’t be loaded, and works again when it can', async ({ page }) => {
      await page.route('**/_astro/search/**', (route) => route.abort());
      await page.goto(`/${locale}/search/?q=${encodeURIComponent(words.query)}`);
      await expect(page.getByRole('status')).toHaveText(/网络|connection/);
      await expect(page.locator('[data-browse]')).toBeVisible();
      await page.unroute('**/_astro/search/**');
      await page.getByLabel(words.label).press('Enter');
      await expect(page.getByRole('status')).toHaveText(words.count);
    });

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false });
      test('says what else to do, and lists what there is', async ({ page }) => {
        await page.goto(`/${locale}/search/?q=${encodeURIComponent(words.query)}`);
        // Playwright switches scripts off, but leaves the browser its parser, which hides what this element says.
        expect(await page.locator('main noscript').innerHTML()).toContain('JavaScript');
        await page.locator(`[data-browse] a[href="${words.path}"]`).click();
        await expect(page).toHaveURL(words.path);
      });
    });
  });
}

function watchIndex(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/(_astro\/)?search\//.test(pathname)) asked.push(pathname);
  });
  return asked;
}
