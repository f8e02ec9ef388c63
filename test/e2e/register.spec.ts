import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { decoded, mailsNaming } from './support/mails.ts';
import {
  fillForm,
  type Locale,
  newVisitor,
  paperFile,
  paperPath,
  poolRecords,
  poolShow,
  WORDS,
  waitMinimumTime,
} from './support/visitor.ts';

const AD = 'utm_source=baidu&utm_medium=cpc&utm_campaign=q4&bd_vid=abc';
const LOCALES: readonly Locale[] = ['zh', 'en'];

for (const locale of LOCALES) {
  test(`a reader from an ad gets the paper and is in the pool with that ad (${locale})`, async ({ page }) => {
    const visitor = newVisitor();
    await page.goto(`/${locale}/?${AD}`);
    await page.getByRole('link', { name: WORDS[locale].paper }).first().click();
    await expect(page).toHaveURL(paperPath(locale));

    await fillForm(page, { locale, visitor });
    await waitMinimumTime(page);
    await page.getByRole('button', { name: WORDS[locale].submit }).dblclick();
    await expect(page.getByRole('heading', { name: WORDS[locale].thanks })).toBeFocused();
    await expectPaper(page, locale);
    await page.reload();

    await expectLead({ visitor, landing: `/${locale}/?${AD}` });
    await expectMails(visitor, locale);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test(`a reader from an ad gets the paper and is in the pool with that ad (${locale})`, async ({
      page,
    }) => {
      const visitor = newVisitor();
      await page.goto(`${paperPath(locale)}?${AD}`);
      await fillForm(page, { locale, visitor });
      const submit = page.getByRole('button', { name: WORDS[locale].submit });
      await submit.click();
      await expect(page).toHaveURL(/\/t\//);
      await expect(page.getByRole('heading', { name: WORDS[locale].thanks })).toBeVisible();
      await expectPaper(page, locale);
      await page.reload();
      // Back to the form, where browsers keep what was filled in, and off it goes once more.
      await page.goBack();
      await fillForm(page, { locale, visitor });
      await submit.click();
      await expectPaper(page, locale);

      await expectLead({ visitor, landing: `${paperPath(locale)}?${AD}` });
      await expectMails(visitor, locale);
    });
  });
}

async function expectPaper(page: Page, locale: Locale): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: WORDS[locale].download }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^\S.*\.pdf$/);
  expect(Buffer.compare(await readFile(await download.path()), await paperFile(locale))).toBe(0);
}

async function expectLead({
  visitor,
  landing,
}: {
  visitor: ReturnType<typeof newVisitor>;
  landing: string;
}): Promise<void> {
  const records = (await poolRecords()).filter((record) => record['answers.email'] === visitor.email);
  expect(records).toHaveLength(1);
  const [record = {}] = records;
  expect(record).toMatchObject({
    status: 'accepted',
    utm_source: 'baidu',
    utm_medium: 'cpc',
    utm_campaign: 'q4',
    channel: 'paid-search',
    source: 'baidu',
    medium: 'cpc',
    campaign: 'q4',
    'answers.company': visitor.company,
  });
  const shown = await poolShow(record['id'] ?? '');
  expect(shown).toContain(visitor.name);
  expect(shown).toContain(`${process.env['GATEHOUSE_E2E_URL']}${landing}`);
  expect(shown).toMatch(/bd_vid\s+abc/);
  expect(shown).toMatch(/channel\s+Paid Search\n/);
}

async function expectMails(visitor: ReturnType<typeof newVisitor>, locale: Locale): Promise<void> {
  await expect.poll(async () => (await mailsNaming(visitor.email)).length).toBe(2);
  const mails = await mailsNaming(visitor.email);
  const toVisitor = mails.find((mail) => new RegExp(`^To: .*${visitor.email}`, 'm').test(mail));
  const toOwner = mails.find((mail) => mail !== toVisitor);
  expect(decoded(toVisitor)).toContain('/d/');
  expect(decoded(toVisitor)).toContain(locale === 'zh' ? '北湖仪器' : 'Northlake');
  expect(decoded(toOwner)).toContain(visitor.company);
  expect(decoded(toOwner)).toMatch(/付费搜索[^]*baidu \/ cpc \/ q4/);
}
