import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPaper } from './read-paper.ts';

const CONTENT = join(import.meta.dirname, '../../content');
const pages = globSync('whitepapers/*/{zh,en}.mdx', { cwd: CONTENT });

describe('the printed papers of the sample site', () => {
  it('are six', () => {
    expect(pages).toHaveLength(6);
  });

  it.each(pages)('%s has the pages, title, author and size it promises', async (page) => {
    const slug = basename(dirname(page));
    const locale = basename(page, '.mdx') === 'zh' ? 'zh' : 'en';
    const front = parse((await readFile(join(CONTENT, page), 'utf8')).split(/^---$/m)[1] ?? '') as {
      pages: number;
      gate: { file: string };
    };
    const bytes = await readFile(join(CONTENT, dirname(page), front.gate.file));
    const file = await PDFDocument.load(bytes, { updateMetadata: false });
    const paper = await readPaper({ slug, locale });
    expect(file.getPageCount()).toBe(front.pages);
    expect(file.getTitle()).toBe(paper.title);
    expect(file.getAuthor()).toBe(paper.author.name);
    expect(bytes.length).toBeLessThan(1024 * 1024);
  });
});
