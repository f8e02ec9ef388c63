import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { type Browser, chromium } from 'playwright';
import { parse } from 'yaml';
import { LOCALES, type Locale, type Localized } from '../edge/contract/locale.ts';
import { ensureChromium } from './lib/find-chromium.ts';
import { runMain } from './lib/run-main.ts';
import { fontFaces } from './sample-pdfs/font-faces.ts';
import { renderSheet, type Sheet } from './sample-pdfs/render-sheet.ts';
import { stampPdf } from './sample-pdfs/stamp-pdf.ts';

/**
 * Prints what the landing pages of the sample site give out into `content/`, where it is committed. Needed again only
 * when a text in `sample-pdfs/sheets/` changes.
 */
const CONTENT = join(import.meta.dirname, '../content');
const SHEETS = join(import.meta.dirname, 'sample-pdfs');

interface SheetFacts {
  readonly entry: string;
  readonly slug: string;
  readonly published: string;
  readonly author: Localized;
  readonly label: Localized;
  readonly title: Localized;
  readonly lead: Localized;
  /** The last heading begins a page: what follows is torn off and sent along. */
  readonly endsInForm: boolean;
}

const FACTS: readonly SheetFacts[] = [
  {
    entry: 'landing/electrode-open-day',
    slug: 'open-day',
    published: '2026-11-20',
    author: { zh: '许致远', en: 'Xu Zhiyuan' },
    label: { zh: '线上开放日 · 流程与准备清单', en: 'Online open day · Agenda and preparation sheet' },
    title: { zh: '一卷极片，从头量到尾', en: 'One electrode roll, measured end to end' },
    lead: {
      zh: '2027 年 1 月 21 日，星期四，14:00–15:30（北京时间）',
      en: 'Thursday, 21 January 2027, 14:00–15:30 (China time, UTC+8)',
    },
    endsInForm: false,
  },
  {
    entry: 'landing/vial-sample-test',
    slug: 'sample-guide',
    published: '2026-11-18',
    author: { zh: '约纳斯·林德纳', en: 'Jonas Lindner' },
    label: { zh: '药用玻璃样品测试', en: 'Sample test for medical glass' },
    title: { zh: '寄样指南与登记表', en: 'Sample guide and form' },
    lead: {
      zh: '挑哪些、怎样编号、怎样包装、寄到哪里，以及十个工作日后您会收到什么。',
      en: 'Which to choose, how to number and pack them, where to send them, and what you get ten working days later.',
    },
    endsInForm: true,
  },
];

interface Site {
  readonly brand: { readonly logo: string };
  readonly contact: { readonly address: Localized; readonly phone: string; readonly email: string };
  readonly legal: { readonly company: Localized };
}

await runMain(async () => {
  const executablePath = await ensureChromium({ say: console.log });
  const browser = await chromium.launch({ executablePath });
  try {
    const style = await readFile(join(SHEETS, 'sheet.css'), 'utf8');
    for (const facts of FACTS) {
      for (const locale of LOCALES) {
        const bytes = await printSheet(facts, { locale, style, browser });
        const name = `${facts.slug}.${locale}.pdf`;
        await writeFile(join(CONTENT, facts.entry, name), bytes);
        const pages = (await PDFDocument.load(bytes)).getPageCount();
        console.log(`${name}  ${pages} pages  ${Math.round(bytes.length / 1024)} KiB`);
      }
    }
  } finally {
    await browser.close();
  }
});

async function printSheet(
  facts: SheetFacts,
  { locale, style, browser }: { locale: Locale; style: string; browser: Browser },
): Promise<Uint8Array> {
  const sheet = await readSheet(facts, locale);
  const formBreak = facts.endsInForm ? ':root { --form-break: page }' : '';
  const { html, headings } = renderSheet(sheet, { css: `${fontFaces(locale)}\n${style}\n${formBreak}` });
  const page = await browser.newPage();
  await page.setContent(html);
  await page.evaluate(() => document.fonts.ready);
  const bytes = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  });
  await page.close();
  const paper = {
    ...sheet,
    description: sheet.lead,
    published: facts.published,
    author: facts.author[locale],
  };
  return stampPdf(bytes, { paper: { ...paper, author: { name: paper.author } }, headings });
}

async function readSheet({ entry, slug, label, title, lead }: SheetFacts, locale: Locale): Promise<Sheet> {
  const site = parse(await readFile(join(CONTENT, 'site.yaml'), 'utf8')) as Site;
  return {
    slug,
    locale,
    label: label[locale],
    title: title[locale],
    lead: lead[locale],
    company: site.legal.company[locale],
    address: site.contact.address[locale],
    phone: site.contact.phone,
    email: site.contact.email,
    text: await readFile(join(SHEETS, 'sheets', `${slug}.${locale}.md`), 'utf8'),
    cover: await readFile(join(CONTENT, entry, 'cover.svg'), 'utf8'),
    logo: await readFile(join(CONTENT, site.brand.logo), 'utf8'),
  };
}
