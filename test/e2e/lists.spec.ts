import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';

const MAX_SCRIPT_BYTES = 1000;

const TEXTS = {
  zh: {
    printing: '印刷包装',
    battery: '动力电池',
    management: '管理层',
    all: '全部显示',
    total: '共 4 项',
    one: '符合条件的有 1 项，共 4 项',
    none: '没有一项同时符合这些条件，请去掉一个再看。',
    cases: '客户案例',
    printer: /刀丝/,
  },
  en: {
    printing: 'Printing',
    battery: 'Battery',
    management: 'Management',
    all: 'Show all',
    total: '4 in all',
    one: '1 of 4 shown',
    none: 'Nothing fits all of these. Take one away.',
    cases: 'Cases',
    printer: /Streak/,
  },
} as const;

for (const locale of ['zh', 'en'] as const) {
  test.describe(locale, () => {
    test.use({ locale: locale === 'zh' ? 'zh-CN' : 'en-GB' });
    const texts = TEXTS[locale];
    const list = `/${locale}/cases/`;
    const status = (page: Page) => page.locator('[data-filter] [role=status]');
    const shown = (page: Page) => page.locator('main article:visible');
    const choice = (page: Page, name: string) =>
      page.locator('[data-filter]').getByRole('button', { name, exact: true });

    test('a choice filters the list in place, says how much is left and stays in the address', async ({
      page,
    }) => {
      await page.goto(`${list}?utm_source=baidu`);
      await expect(shown(page)).toHaveCount(4);
      await expect(status(page)).toHaveText(texts.total);
      await choice(page, texts.printing).click();
      await expect(shown(page)).toHaveCount(1);
      await expect(shown(page).getByRole('heading')).toHaveText(texts.printer);
      await expect(status(page)).toHaveText(texts.one);
      await expect(choice(page, texts.printing)).toHaveAttribute('aria-pressed', 'true');
      await expect(page).toHaveURL(`${list}?utm_source=baidu&industry=printing`);

      await page.reload();
      await expect(shown(page)).toHaveCount(1);
      await shown(page).getByRole('link').click();
      await expect(page).toHaveURL(`${list}gravure-streaks/`);
      await page.goBack();
      await expect(shown(page)).toHaveCount(1);
    });

    test('a second choice narrows the first, another of its kind replaces it, and all can be taken back', async ({
      page,
    }) => {
      await page.goto(`${list}?industry=printing`);
      await choice(page, texts.management).click();
      await expect(shown(page)).toHaveCount(0);
      await expect(status(page)).toHaveText(texts.none);
      await choice(page, texts.battery).click();
      await expect(shown(page)).toHaveCount(1);
      await expect(page).toHaveURL(`${list}?industry=battery&role=management`);
      await choice(page, texts.battery).click();
      await expect(page).toHaveURL(`${list}?role=management`);
      await page.getByRole('button', { name: texts.all }).click();
      await expect(shown(page)).toHaveCount(4);
      await expect(page).toHaveURL(list);
      await expect(page.getByRole('button', { name: texts.all })).toBeHidden();
    });

    test('the keyboard alone filters, and does not lose its place', async ({ page }) => {
      await page.goto(list);
      await choice(page, texts.printing).focus();
      await page.keyboard.press('Enter');
      await expect(choice(page, texts.printing)).toBeFocused();
      await expect(shown(page)).toHaveCount(1);
      await page.getByRole('button', { name: texts.all }).focus();
      await page.keyboard.press('Space');
      await expect(shown(page)).toHaveCount(4);
      await expect(page.locator('[data-filter] button').first()).toBeFocused();
    });

    test('a choice nobody offers filters nothing', async ({ page }) => {
      await page.goto(`${list}?industry=shipyards`);
      await expect(shown(page)).toHaveCount(4);
      await expect(status(page)).toHaveText(texts.total);
    });

    test('families without a product that fits are hidden with their products', async ({ page }) => {
      await page.goto(`/${locale}/products/?industry=medical-glass`);
      await expect(page.locator('.family:visible')).toHaveCount(1);
      await expect(shown(page)).toHaveCount(2);
    });

    test('a hub gathers all kinds and leads to the others of its sort', async ({ page }) => {
      await page.goto(`/${locale}/industries/printing/`);
      await expect(page.getByRole('heading', { level: 1, name: texts.printing })).toBeVisible();
      const headings = page.locator('main section > h2');
      await expect(headings).toHaveCount(4);
      await expect(headings.first()).toHaveText(texts.cases);
      const others = page.locator('.hub-others');
      await expect(others.locator('[aria-current=page]')).toHaveText(texts.printing);
      await others.getByRole('link', { name: texts.battery }).click();
      await expect(page).toHaveURL(`/${locale}/industries/battery/`);
    });

    test.describe('without scripts', () => {
      test.use({ javaScriptEnabled: false });

      test('the choices of a list lead to the pages that gather the same', async ({ page }) => {
        await page.goto(list);
        await expect(shown(page)).toHaveCount(4);
        await page.locator('[data-filter]').getByRole('link', { name: texts.printing }).click();
        await expect(page).toHaveURL(`/${locale}/industries/printing/`);
        await expect(page.getByRole('heading', { level: 1, name: texts.printing })).toBeVisible();
      });
    });
  });
}

test('the script of the filter is small and comes with lists alone', async ({ page, request }) => {
  const scriptsOf = async (path: string): Promise<string[]> => {
    await page.goto(path);
    return page.locator('script[src]').evaluateAll((all) => all.map((one) => (one as HTMLScriptElement).src));
  };
  const plain = await scriptsOf('/en/imprint/');
  const extra = (await scriptsOf('/en/cases/')).filter((script) => !plain.includes(script));
  expect(extra).toHaveLength(1);
  const body = await (await request.get(extra[0] ?? '')).body();
  expect(gzipSync(body).length).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
});
