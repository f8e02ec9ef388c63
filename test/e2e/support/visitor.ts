import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { ROOT, runScript } from '../../support/run-script.ts';

export type Locale = 'zh' | 'en';

/** The words a visitor looks for on the sample site. */
export const WORDS = {
  zh: {
    // Between clauses, which are laid out as blocks, a browser reads a space.
    paper: /不停线，\s?也能量准/,
    name: '姓名',
    email: '工作邮箱',
    company: '公司',
    role: '您的角色（选填）',
    mobile: '手机（选填）',
    privacy: /我同意/,
    submit: '获取白皮书',
    thanks: '谢谢，文件已备好',
    download: '立即下载',
  },
  en: {
    paper: /Inline gauging without stopping the line/,
    name: 'Name',
    email: 'Work e-mail',
    company: 'Company',
    role: 'Your role (optional)',
    mobile: 'Mobile (optional)',
    privacy: /I agree that/,
    submit: 'Get the white paper',
    thanks: 'Thank you. It is ready.',
    download: 'Download now',
  },
} as const;

/** The path of the paper all tests register for. */
export function paperPath(locale: Locale): string {
  return `/${locale}/whitepapers/inline-gauging/`;
}

/** The gated file as the marketer committed it. */
export function paperFile(locale: Locale): Promise<Buffer> {
  return readFile(join(ROOT, `content/whitepapers/inline-gauging/inline-gauging.${locale}.pdf`));
}

/** A person nobody else in the run registers. */
export function newVisitor(): { name: string; email: string; company: string } {
  return { name: '王小明', email: `visitor-${crypto.randomUUID()}@factory.example`, company: '远东精密制造' };
}

/** Fills in the gate's form as a person would, the consent included. */
export async function fillForm(
  page: Page,
  { locale, visitor }: { locale: Locale; visitor: ReturnType<typeof newVisitor> },
): Promise<void> {
  await fillPerson(page, { locale, visitor });
  await page.getByLabel(WORDS[locale].role).selectOption('quality');
}

/** As `fillForm`, and takes the time that a person takes: who sends sooner is held for a robot. */
export async function fillInTime(page: Page, options: Parameters<typeof fillForm>[1]): Promise<void> {
  await fillForm(page, options);
  await waitMinimumTime(page);
}

/** The sample form takes what comes within two seconds of its first touch for a robot's. */
export async function waitMinimumTime(page: Page): Promise<void> {
  const since = await page.evaluate(() => performance.now());
  await page.waitForFunction((start) => performance.now() - start > 2_100, since);
}

/** What every form asks, and the consent it needs. */
export async function fillPerson(
  form: Page | Locator,
  { locale, visitor }: { locale: Locale; visitor: ReturnType<typeof newVisitor> },
): Promise<void> {
  const words = WORDS[locale];
  // Typed like a person does: the form was touched more than its minimum time before it is sent.
  await form.getByLabel(words.name, { exact: false }).first().fill(visitor.name);
  await form.getByLabel(words.email, { exact: false }).first().fill(visitor.email);
  await form.getByLabel(words.company, { exact: false }).first().fill(visitor.company);
  await form.getByRole('checkbox', { name: words.privacy }).check();
}

/** Everything `npm run pool -- export --decrypt` knows, a record per registration, by the CSV's own columns. */
export async function poolRecords(): Promise<readonly Readonly<Record<string, string>>[]> {
  const csv = await runScript('pool.ts', { args: ['export', '--decrypt'], env: poolEnv() });
  const [head = [], ...rows] = parseCsv(csv.replace(/^\uFEFF/, ''));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

/** `npm run pool -- show <id> --decrypt`. */
export function poolShow(id: string): Promise<string> {
  return runScript('pool.ts', { args: ['show', id, '--decrypt'], env: poolEnv() });
}

/** Where the server under test writes its mails. */
export function mailFolder(): string {
  return join(poolEnv().GATEHOUSE_DATA, 'mail');
}

function poolEnv(): { GATEHOUSE_DATA: string; GATEHOUSE_OUT: string } {
  const data = process.env['GATEHOUSE_E2E_DATA'];
  if (!data) throw new Error('the site is not served: run the tests through Playwright');
  return { GATEHOUSE_DATA: data, GATEHOUSE_OUT: join(data, '../dist') };
}

/** RFC 4180, quotes and line breaks in fields included. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isQuoted && character === '"' && text.charAt(at + 1) === '"') {
      field += '"';
      at += 1;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === ',') {
      rows.at(-1)?.push(field);
      field = '';
    } else if (!isQuoted && character === '\n') {
      rows.at(-1)?.push(field.replace(/\r$/, ''));
      field = '';
      rows.push([]);
    } else field += character;
  }
  return rows.filter((row) => row.length > 1);
}
