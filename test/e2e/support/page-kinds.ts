import { expect, type Page } from '@playwright/test';
import { askAt, expiredToken, registerAt, tokenIn } from './registered.ts';
import { fillForm, type Locale, newVisitor, paperPath, WORDS } from './visitor.ts';

/** Links of two people, one of whom looked like a robot. */
export interface Links {
  readonly good: string;
  readonly held: string;
  /** Of a registration with no file behind the form. */
  readonly asked: string;
  readonly expired: string;
}

/** A kind of page a visitor can come to see, and the way there. */
export interface PageKind {
  readonly name: string;
  open(page: Page, facts: { readonly locale: Locale; readonly links: Links }): Promise<unknown>;
}

export const PAGE_KINDS: readonly PageKind[] = [
  {
    name: 'language choice',
    open: async (page) => {
      // It leads on at once where scripts run.
      await page.route('**/*.js', (route) => route.abort());
      await page.goto('/');
    },
  },
  { name: 'home', open: (page, { locale }) => page.goto(`/${locale}/`) },
  { name: 'list', open: (page, { locale }) => page.goto(`/${locale}/whitepapers/`) },
  {
    name: 'filtered list',
    open: (page, { locale }) => page.goto(`/${locale}/cases/?industry=battery&stage=decision`),
  },
  { name: 'case', open: (page, { locale }) => page.goto(`/${locale}/cases/vial-reject-timing/`) },
  { name: 'article', open: (page, { locale }) => page.goto(`/${locale}/articles/false-rejects/`) },
  { name: 'hub of an industry', open: (page, { locale }) => page.goto(`/${locale}/industries/battery/`) },
  { name: 'hub of a role', open: (page, { locale }) => page.goto(`/${locale}/roles/management/`) },
  { name: 'white paper', open: (page, { locale }) => page.goto(paperPath(locale)) },
  { name: 'white paper with mistakes to correct', open: openMistakes },
  { name: 'white paper after registration', open: openRegistered },
  { name: 'products', open: (page, { locale }) => page.goto(`/${locale}/products/`) },
  { name: 'product', open: (page, { locale }) => page.goto(`/${locale}/products/lg-80/`) },
  { name: 'product with a data pack', open: (page, { locale }) => page.goto(`/${locale}/products/lg-40/`) },
  {
    name: 'comparison',
    open: (page, { locale }) => page.goto(`/${locale}/products/compare/?p=lc-8k,lc-16k,ec-20`),
  },
  {
    name: 'comparison of all families',
    open: (page, { locale }) => page.goto(`/${locale}/products/compare/`),
  },
  {
    name: 'landing page of an event',
    open: (page, { locale }) => page.goto(`/${locale}/landing/electrode-open-day/`),
  },
  { name: 'landing page with its form in a dialog', open: openDialog },
  {
    name: 'landing page of an offer',
    open: async (page, { locale }) => {
      await page.goto(`/${locale}/landing/vial-sample-test/`);
      // An answer is a part of the page as soon as it is open.
      await page.locator('summary').first().click();
    },
  },
  {
    name: 'landing page without a file',
    open: (page, { locale }) => page.goto(`/${locale}/landing/line-walk/`),
  },
  { name: 'landing page after registration', open: openAsked },
  { name: 'privacy', open: (page, { locale }) => page.goto(`/${locale}/privacy/`) },
  { name: 'imprint', open: (page, { locale }) => page.goto(`/${locale}/imprint/`) },
  { name: 'nothing there', open: (page, { locale }) => page.goto(`/${locale}/no-such-page/`) },
  { name: 'thanks', open: (page, { links }) => page.goto(`/t/${links.good}`) },
  { name: 'thanks without a file', open: (page, { links }) => page.goto(`/t/${links.asked}`) },
  { name: 'refused form', open: openRefused },
  { name: 'expired link', open: (page, { links }) => page.goto(`/d/${links.expired}`) },
  { name: 'held link', open: (page, { links }) => page.goto(`/d/${links.held}`) },
  { name: 'invalid link', open: (page) => page.goto('/d/no-token-of-ours') },
];

export async function createLinks(locale: Locale): Promise<Links> {
  const url = process.env['GATEHOUSE_E2E_URL'] ?? '';
  const good = await registerAt(url, { locale, visitor: newVisitor() });
  const held = await registerAt(url, { locale, visitor: newVisitor(), elapsedMs: 1 });
  const expired = await expiredToken(process.env['GATEHOUSE_E2E_DATA'] ?? '', {
    registration: good.id,
    locale,
  });
  const asked = await askAt(url, { locale, visitor: newVisitor() });
  return { good: tokenIn(good.downloadUrl), held: tokenIn(held.downloadUrl), asked: tokenIn(asked), expired };
}

async function openMistakes(page: Page, { locale }: { locale: Locale }): Promise<void> {
  await page.goto(paperPath(locale));
  await page.getByLabel(WORDS[locale].email).fill('wang@factory');
  await page.getByRole('button', { name: WORDS[locale].submit }).click();
  await expect(page.locator('form [aria-invalid=true]').first()).toBeFocused();
}

async function openRegistered(page: Page, { locale }: { locale: Locale }): Promise<void> {
  await page.goto(paperPath(locale));
  await fillForm(page, { locale, visitor: newVisitor() });
  await page.getByRole('button', { name: WORDS[locale].submit }).click();
  await expect(page.getByRole('heading', { name: WORDS[locale].thanks })).toBeFocused();
}

async function openAsked(page: Page, { locale }: { locale: Locale }): Promise<void> {
  const { email, name, company } = newVisitor();
  await page.goto(`/${locale}/landing/line-walk/`);
  const form = page.locator('form[data-gate]');
  await form.getByLabel(WORDS[locale].name, { exact: false }).first().fill(name);
  await form.getByLabel(WORDS[locale].email).fill(email);
  await form.getByLabel(WORDS[locale].company).fill(company);
  await form.getByRole('combobox').selectOption('flexo');
  await form.getByRole('checkbox', { name: WORDS[locale].privacy }).check();
  await form.getByRole('button').click();
  await expect(page.locator('#get [data-title]')).toBeFocused();
}

async function openDialog(page: Page, { locale }: { locale: Locale }): Promise<void> {
  await page.goto(`/${locale}/landing/electrode-open-day/`);
  await page.locator('.stage-action a').click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** As a browser without scripts sends it: nothing filled in, nothing checked before. */
async function openRefused(page: Page, { locale }: { locale: Locale }): Promise<void> {
  await page.goto(paperPath(locale));
  await Promise.all([
    page.waitForURL('**/api/register'),
    page.locator('form[data-gate]').evaluate((form: HTMLFormElement) => form.submit()),
  ]);
}
