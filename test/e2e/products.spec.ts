import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ROOT } from '../support/run-script.ts';
import { type Locale, newVisitor, WORDS } from './support/visitor.ts';

const TEXTS = {
  zh: {
    compare: '并排对比',
    result: '并排看',
    limit: '一次最多对比四款，请先取消一款。',
    only: '只看有差别的',
    pack: '获取数据包',
    table: 'LG-40 各型号的技术参数',
  },
  en: {
    compare: 'Compare',
    result: 'Side by side',
    limit: 'Four at a time, no more. Untick one first.',
    only: 'Differences only',
    pack: 'Get the data pack',
    table: 'Specifications of all LG-40 models',
  },
} as const;

for (const locale of ['zh', 'en'] as const) {
  test.describe(locale, () => {
    test.use({ locale: locale === 'zh' ? 'zh-CN' : 'en-GB' });
    const texts = TEXTS[locale];
    const list = `/${locale}/products/`;
    const compare = `${list}compare/`;

    test('a product’s table names its variants, groups and rows', async ({ page }) => {
      await page.goto(`${list}lg-40/`);
      const table = page.getByRole('table', { name: texts.table });
      await expect(table.getByRole('columnheader', { name: /LG-40 F3/ })).toHaveCount(1);
      const row = table.getByRole('row').filter({ hasText: locale === 'zh' ? '横移速度' : 'Traverse speed' });
      await expect(row.getByRole('rowheader')).toHaveCount(1);
      await expect(row.getByRole('cell')).toHaveText(['–', '–', '≤\u00a0300\u00a0mm/s']);
      await expect(table.getByRole('rowheader', { name: locale === 'zh' ? '精度' : 'Accuracy' })).toHaveCount(
        1,
      );
    });

    test('products ticked in the list stand side by side, and the address keeps them', async ({ page }) => {
      await page.goto(list);
      for (const name of ['LC-8K', 'LC-16K']) await boxOf(page, name).check();
      await page.getByRole('button', { name: texts.compare }).click();
      await expect(page).toHaveURL(/\/products\/compare\/\?p=lc-8k&p=lc-16k$/);
      const table = resultOf(page, locale);
      await expect(headsOf(table)).toHaveText(['LC-8K', 'LC-16K']);
      await expect(page.getByRole('table')).toHaveCount(1);
      await expect(cellsOf(table, 'link')).toHaveText(['10GigE', /^25GigE/]);
      await expect(table.locator('[data-row=link]')).toHaveClass('differs');
      await expect(table.locator('[data-row=line-rate]')).not.toHaveClass('differs');

      await boxOf(page, 'EC-20').check();
      await expect(page).toHaveURL(`${compare}?p=lc-8k,lc-16k,ec-20`);
      await page.reload();
      await expect(headsOf(table)).toHaveText(['LC-8K', 'LC-16K', 'EC-20']);
      await expect(cellsOf(table, 'link')).toHaveText(['10GigE', /^25GigE/, '–']);
      await expect(cellsOf(table, 'deadline')).toHaveText(['–', '–', '≤\u00a020\u00a0ms']);
      expect(await table.locator('[data-row]').evaluateAll(namesOf)).toEqual([
        ...new Set(await table.locator('[data-row]').evaluateAll(namesOf)),
      ]);
    });

    test('only the differences can be left', async ({ page }) => {
      await page.goto(`${compare}?p=lg-40,lg-80`);
      const table = resultOf(page, locale);
      await expect(table.locator('[data-row=supply]')).toBeVisible();
      await page.getByRole('checkbox', { name: texts.only }).check();
      await expect(table.locator('[data-row=supply]')).toBeHidden();
      await expect(table.locator('[data-row=gap]')).toBeVisible();
    });

    test('a fifth product is refused, ticked or in the address', async ({ page }) => {
      await page.goto(list);
      for (const name of ['LG-40', 'LG-80', 'LC-8K', 'LC-16K']) await boxOf(page, name).check();
      await expect(page.locator('[data-compare] [data-status]')).not.toHaveText(texts.limit);
      await boxOf(page, 'EC-10').click();
      await expect(page.locator('[data-compare] [data-status]')).toHaveText(texts.limit);
      await expect(boxOf(page, 'EC-10')).not.toBeChecked();

      await page.goto(`${compare}?p=ec-20,lg-40,lg-80,lc-8k,lc-16k,nothing`);
      await expect(page.locator('[data-compare] [data-status]')).toHaveText(texts.limit);
      await expect(headsOf(resultOf(page, locale))).toHaveCount(4);
    });

    test('the keyboard alone chooses and compares', async ({ page }) => {
      await page.goto(`${compare}?p=ec-10`);
      await boxOf(page, 'EC-10').focus();
      await page.keyboard.press('Tab');
      await expect(boxOf(page, 'EC-20')).toBeFocused();
      await page.keyboard.press('Space');
      await expect(headsOf(resultOf(page, locale))).toHaveText(['EC-10', 'EC-20']);
      await page.keyboard.press('Space');
      await boxOf(page, 'EC-10').press('Space');
      await expect(page.getByRole('table')).toHaveCount(3);
      await expect(page).toHaveURL(compare);
    });

    test('a data pack is handed over as it was committed', async ({ page }) => {
      const { email, company } = newVisitor();
      await page.goto(`${list}lg-40/#get`);
      await page.getByLabel(WORDS[locale].email).fill(email);
      const touched = await page.evaluate(() => performance.now());
      await page.getByLabel(WORDS[locale].company, { exact: false }).first().fill(company);
      await page.getByRole('checkbox', { name: WORDS[locale].privacy }).check();
      // Whoever is faster than the form's two seconds is taken for a robot.
      await page.waitForFunction((start) => performance.now() - start > 2_100, touched);
      await page.locator('form[data-gate]').getByRole('button', { name: texts.pack }).click();
      await expect(page.getByRole('heading', { name: WORDS[locale].thanks })).toBeVisible();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: WORDS[locale].download }).click(),
      ]);
      const committed = await readFile(join(ROOT, `content/products/lg-40/lg-40.${locale}.pdf`));
      expect(Buffer.compare(await readFile(await download.path()), committed)).toBe(0);
      expect(download.suggestedFilename()).toMatch(/LG-40 (数据包|data pack)\.pdf$/);
    });

    test.describe('without scripts', () => {
      test.use({ javaScriptEnabled: false });

      test('the same form leads to all families side by side', async ({ page }) => {
        await page.goto(list);
        await boxOf(page, 'LG-40').check();
        await page.getByRole('button', { name: texts.compare }).click();
        await expect(page).toHaveURL(/\/products\/compare\/\?p=lg-40$/);
        await expect(page.getByRole('table')).toHaveCount(3);
        await expect(headsOf(page.getByRole('table').first())).toHaveText(['LG-40', 'LG-80']);
        await expect(page.getByRole('checkbox')).toHaveCount(0);
        await page.locator('[data-families] a').last().click();
        await expect(page.locator('#controllers')).toBeInViewport();
      });

      test('a product leads to its comparison', async ({ page }) => {
        await page.goto(`${list}lg-40/`);
        await page.getByRole('button', { name: texts.compare }).click();
        await expect(page).toHaveURL(/\/products\/compare\/\?p=lg-40&p=lg-80$/);
      });
    });
  });
}

function boxOf(page: Page, name: string): Locator {
  return page.getByRole('checkbox', { name: new RegExp(`(^| )${name}$`) });
}

function resultOf(page: Page, locale: Locale): Locator {
  return page.getByRole('region', { name: TEXTS[locale].result }).getByRole('table');
}

/** Heads of the products' columns. */
function headsOf(table: Locator): Locator {
  return table.locator('thead th:not(:first-child)');
}

function cellsOf(table: Locator, row: string): Locator {
  return table.locator(`[data-row="${row}"]`).getByRole('cell');
}

function namesOf(rows: readonly Element[]): (string | null)[] {
  return rows.map((row) => row.getAttribute('data-row'));
}
