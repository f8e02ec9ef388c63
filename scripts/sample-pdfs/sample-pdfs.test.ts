import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { PaperKind } from './paper.ts';
import { readPaper } from './read-paper.ts';

const CONTENT = join(import.meta.dirname, '../../content');
const papers = globSync('whitepapers/*/{zh,en}.mdx', { cwd: CONTENT });
const products = globSync('products/*/{zh,en}.mdx', { cwd: CONTENT });

interface Front {
  readonly pages?: number;
  readonly gate?: { readonly file?: string };
}

describe('the printed papers of the sample site', () => {
  it('are six', () => {
    expect(papers).toHaveLength(6);
  });

  it.each(papers)('%s has the pages, title, author and size it promises', async (page) => {
    const { front, file, bytes, paper } = await readDocument(page, 'whitepapers');
    expect(file.getPageCount()).toBe(front.pages);
    expect(file.getTitle()).toBe(paper.title);
    expect(file.getAuthor()).toBe(paper.author.name);
    expect(bytes.length).toBeLessThan(1024 * 1024);
  });
});

describe('the data packs of the sample site', async () => {
  const fronts = await Promise.all(products.map(async (page) => ({ page, front: await readFront(page) })));
  const packs = fronts.filter(({ front }) => front.gate?.file).map(({ page }) => page);

  it('are six, of three products', () => {
    expect(packs).toHaveLength(6);
  });

  it.each(packs)('%s has several pages, and the title of its page', async (page) => {
    const { file, bytes, paper } = await readDocument(page, 'products');
    expect(file.getPageCount()).toBeGreaterThanOrEqual(6);
    expect(file.getTitle()).toBe(paper.title);
    expect(bytes.length).toBeLessThan(1024 * 1024);
  });

  it('hold each figure of the specification table', async () => {
    const { text } = await readPaper({ kind: 'products', slug: 'lg-40', locale: 'en' });
    expect(text).toContain('| Web width | ≤\u00a0600\u00a0mm | ≤\u00a0800\u00a0mm | ≤\u00a01,200\u00a0mm |');
    expect(text).toContain('| LG-40 F3 | three points, bridge | NL-LG40-F3 |');
    expect(text).toContain('## Acceptance in half a day');
  });
});

async function readDocument(page: string, kind: PaperKind) {
  const front = await readFront(page);
  const slug = basename(dirname(page));
  const locale = basename(page, '.mdx') === 'zh' ? 'zh' : 'en';
  const bytes = await readFile(join(CONTENT, dirname(page), front.gate?.file ?? ''));
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  return { front, bytes, file, paper: await readPaper({ kind, slug, locale }) };
}

async function readFront(page: string): Promise<Front> {
  return parse((await readFile(join(CONTENT, page), 'utf8')).split(/^---$/m)[1] ?? '') as Front;
}
