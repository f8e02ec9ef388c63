import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { PDFDocument } from '@cantoo/pdf-lib';
import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { LOCALES } from '../edge/contract/locale.ts';
import { ensureChromium } from './lib/find-chromium.ts';
import { dataPackFigures } from './sample-pdfs/figures/data-pack.ts';
import { imageToRejectFigures } from './sample-pdfs/figures/image-to-reject.ts';
import { inlineGaugingFigures } from './sample-pdfs/figures/inline-gauging.ts';
import { latencyProofFigures } from './sample-pdfs/figures/latency-proof.ts';
import { lineCameraFigures } from './sample-pdfs/figures/line-camera-resolution.ts';
import { fontFaces } from './sample-pdfs/font-faces.ts';
import type { Paper, PaperKind } from './sample-pdfs/paper.ts';
import { readPaper, readSpecs } from './sample-pdfs/read-paper.ts';
import { renderPaper } from './sample-pdfs/render-paper.ts';
import type { Draw } from './sample-pdfs/render-text.ts';
import { outlinePages, stampPdf } from './sample-pdfs/stamp-pdf.ts';

/**
 * Prints the white papers and data packs of the sample site into `content/`, where they are committed. Needed again
 * only when a text in `sample-pdfs/text/`, a specification table or a page's title, author or cover changes; slugs
 * behind the command print these alone.
 */
const DOCUMENTS: readonly { kind: PaperKind; slug: string; figures: Readonly<Record<string, Draw>> }[] = [
  { kind: 'whitepapers', slug: 'inline-gauging', figures: inlineGaugingFigures },
  { kind: 'whitepapers', slug: 'line-camera-resolution', figures: lineCameraFigures },
  {
    kind: 'whitepapers',
    slug: 'image-to-reject',
    figures: { ...imageToRejectFigures, ...latencyProofFigures },
  },
  ...(await Promise.all(
    [
      { slug: 'lg-40', name: 'LG-40' },
      { slug: 'lc-16k', name: 'LC-16K' },
      { slug: 'ec-10', name: 'EC-10' },
    ].map(async ({ slug, name }) => ({
      kind: 'products' as const,
      slug,
      figures: dataPackFigures({ name, specs: await readSpecs(slug) }),
    })),
  )),
];
const wanted = process.argv.slice(2);

const here = import.meta.dirname;
const style = await readFile(join(here, 'sample-pdfs/paper.css'), 'utf8');
const executablePath = await ensureChromium({ say: console.log });
const browser = await chromium.launch({ executablePath });
try {
  for (const { kind, slug, figures } of DOCUMENTS) {
    if (wanted.length > 0 && !wanted.includes(slug)) continue;
    for (const locale of LOCALES) {
      const paper = await readPaper({ kind, slug, locale });
      const bytes = await printPaper(paper, { figures, browser });
      const folder = join(here, '../content', kind, slug);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${slug}.${locale}.pdf`), bytes);
      const pages = (await PDFDocument.load(bytes)).getPageCount();
      console.log(`${slug}.${locale}.pdf  ${pages} pages  ${Math.round(bytes.length / 1024)} KiB`);
    }
  }
} finally {
  await browser.close();
}

/** Twice: the first print tells on which page each section falls, the second carries these numbers. */
async function printPaper(
  paper: Paper,
  { figures, browser }: { figures: Readonly<Record<string, Draw>>; browser: Browser },
): Promise<Uint8Array> {
  const css = `${fontFaces(paper.locale)}\n${style}`;
  const first = renderPaper(paper, { figures, css, pages: new Map() });
  const [, ...found] = await outlinePages(await print(first.html, browser));
  if (found.length !== first.sections.length)
    throw new Error(`the outline of ${paper.slug} misses a section`);
  const pages = new Map(first.sections.map(({ id }, index) => [id, found[index] ?? 0]));
  const { html, sections } = renderPaper(paper, { figures, css, pages });
  const headings = [paper.title, ...sections.map(({ title }) => title)];
  return stampPdf(await print(html, browser), { paper, headings });
}

async function print(html: string, browser: Browser): Promise<Uint8Array> {
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
  return bytes;
}
