import { expect, type Page, test } from '@playwright/test';
import { decoded, mailsNaming } from './support/mails.ts';
import { fillPerson, type Locale, newVisitor, poolRecords, WORDS } from './support/visitor.ts';

const LOCALES: readonly Locale[] = ['zh', 'en'];
const PAGE = 'landing/line-walk';

/** What stands on the sample's page and in its mail after a registration. */
const TOLD = {
  zh: {
    title: '谢谢，已经收到',
    next: '陈嘉怡会在两个工作日内回信',
    mailed: '确认邮件',
    submit: '预约走访',
    press: '哪一类印刷机',
  },
  en: {
    title: 'Thank you. We have it.',
    next: 'Chen Jiayi writes to you within two working days',
    mailed: 'A confirmation is on its way to',
    submit: 'Ask for a visit',
    press: 'Which press',
  },
} as const;

for (const locale of LOCALES) {
  const told = TOLD[locale];

  test(`a visit is asked for, and the page says what happens next (${locale})`, async ({ page }) => {
    const visitor = newVisitor();
    await page.clock.install();
    await page.goto(`/${locale}/${PAGE}/`);
    await fillIn(page, { locale, visitor });
    await page.clock.fastForward(3_000);
    await page.locator('form[data-gate]').getByRole('button').click();
    await expect(page.getByRole('heading', { name: told.title })).toBeFocused();
    const panel = page.locator('#get');
    await expect(panel).toContainText(told.next);
    await expect(panel).toContainText(told.mailed);
    await expect(panel).toContainText(visitor.email);
    await expect(panel.getByRole('link')).toHaveCount(0);
    await expectLead(visitor, locale);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test(`a visit is asked for, and a page says what happens next (${locale})`, async ({ page }) => {
      const visitor = newVisitor();
      await page.goto(`/${locale}/${PAGE}/`);
      await fillIn(page, { locale, visitor });
      const send = page.locator('form[data-gate]').getByRole('button');
      await send.click();
      await expect(page).toHaveURL(/\/t\/[\w.-]+$/);
      await expect(page.getByRole('heading', { name: told.title })).toBeVisible();
      await expect(page.getByText(told.next)).toBeVisible();
      await expect(page.locator('main')).not.toContainText(WORDS[locale].download);
      await expect(page.locator('main a')).toHaveAttribute('href', `/${locale}/${PAGE}/`);
      // Its link opens no file.
      const download = await page.request.get(page.url().replace('/t/', '/d/'));
      expect(download.status()).toBe(403);
      await page.reload();
      await expect(page.getByRole('heading', { name: told.title })).toBeVisible();
      // Back to the form, and off it goes once more.
      await page.goBack();
      await fillIn(page, { locale, visitor });
      await send.click();
      await expect(page.getByRole('heading', { name: told.title })).toBeVisible();
      await expectLead(visitor, locale);
    });

    test(`a form with mistakes comes back under the words of its button (${locale})`, async ({ page }) => {
      const visitor = newVisitor();
      await page.goto(`/${locale}/${PAGE}/`);
      await fillIn(page, { locale, visitor: { ...visitor, email: 'nobody@nowhere' } });
      await page.locator('form[data-gate]').evaluate((form: HTMLFormElement) => form.submit());
      await expect(page.getByRole('heading', { name: told.submit })).toBeVisible();
      await page.getByLabel(WORDS[locale].email).fill(visitor.email);
      await page.locator('form[data-gate]').getByRole('button').click();
      await expect(page.getByRole('heading', { name: told.title })).toBeVisible();
    });
  });
}

test('an engineer is asked from the text of a product', async ({ page }) => {
  const visitor = newVisitor();
  await page.clock.install();
  await page.goto('/en/products/lg-80/');
  await page.getByRole('link', { name: 'Have it worked out for your material' }).click();
  await expect(page.locator('#get')).toBeInViewport();
  await page.getByLabel(WORDS.en.email).fill(visitor.email);
  await page.getByLabel(WORDS.en.company).fill(visitor.company);
  await page.getByLabel('What is to be measured').fill('Thermal pad, 2 mm ±0.1 mm, 600 mm wide');
  await page.getByRole('checkbox', { name: WORDS.en.privacy }).check();
  await page.clock.fastForward(3_000);
  await page.getByRole('button', { name: 'Ask an engineer' }).click();
  await expect(page.getByRole('heading', { name: TOLD.en.title })).toBeFocused();
  await expect(page.locator('#get')).toContainText(
    'An application engineer writes back within one working day',
  );
});

async function fillIn(
  page: Page,
  { locale, visitor }: { locale: Locale; visitor: ReturnType<typeof newVisitor> },
): Promise<void> {
  const form = page.locator('form[data-gate]');
  await fillPerson(form, { locale, visitor });
  await form.getByLabel(TOLD[locale].press).selectOption('gravure');
}

/** One lead, one confirmation to the visitor, one mail to the owner. */
async function expectLead(visitor: ReturnType<typeof newVisitor>, locale: Locale): Promise<void> {
  const records = (await poolRecords()).filter((record) => record['answers.email'] === visitor.email);
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({ status: 'accepted', entry: PAGE, 'answers.press': 'gravure' });
  await expect.poll(async () => (await mailsNaming(visitor.email)).length).toBe(2);
  const mails = await mailsNaming(visitor.email);
  const toVisitor = mails.find((mail) => new RegExp(`^To: .*${visitor.email}`, 'm').test(mail));
  const toOwner = mails.find((mail) => mail !== toVisitor);
  expect(decoded(toVisitor)).toContain(TOLD[locale].next);
  expect(decoded(toVisitor)).not.toContain('/d/');
  expect(decoded(toOwner)).toContain(visitor.company);
}
