import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../loader/check-content.ts';
import { createMemoryFolder } from '../loader/folder/create-memory-folder.ts';
import { searchDocuments } from './search-documents.ts';

const SMALL = 'test/fixtures/content-small';

/** The small content, its pages changed. */
async function contentWith(change: (page: string) => string = (page) => page) {
  const paths = readdirSync(SMALL, { recursive: true, encoding: 'utf8' }).map((path) => join(SMALL, path));
  const files = Object.fromEntries(
    paths
      .filter((path) => statSync(path).isFile())
      .map((path) => {
        const bytes = readFileSync(path);
        return [relative(SMALL, path), path.endsWith('.mdx') ? change(bytes.toString()) : bytes];
      }),
  );
  const { content } = await checkContent(createMemoryFolder(files), { cache: { texts: new Map() } });
  if (!content) throw new Error('the content has issues');
  return content;
}

test('finds entries and the pages that gather them, each by its own words', async () => {
  const documents = searchDocuments(await contentWith(), 'en');
  expect(documents.map(({ kind, path, title }) => `${kind} ${path} ${title}`)).toMatchInlineSnapshot(`
    [
      "whitepapers /en/whitepapers/first-paper/ First paper",
      "products /en/products/meter/ The meter",
      "hubs /en/industries/battery/ Battery",
      "hubs /en/roles/engineering/ Engineering",
      "hubs /en/roles/quality/ Quality",
      "hubs /en/stages/awareness/ Learning how",
      "hubs /en/stages/decision/ Deciding",
    ]
  `);
  const hub = documents.find(({ path }) => path === '/en/stages/decision/');
  expect(hub).toMatchObject({ text: '', headings: [], labels: [], names: [] });
  expect(hub?.description).toBe('Cases, products, white papers and articles, gathered under “Deciding”.');
});

test('speaks of a page that gathers in the words of its language', async () => {
  const hubs = searchDocuments(await contentWith(), 'zh').filter(({ kind }) => kind === 'hubs');
  expect(hubs.map(({ path, title }) => `${path} ${title}`)).toContain('/zh/stages/awareness/ 了解方法');
});

test('finds nothing that has expired, nor a page that gathers nothing else', async () => {
  const content = await contentWith((page) =>
    page.replace(/^published: .*$/m, 'published: 2020-01-01\nexpires: 2020-12-31'),
  );
  expect(searchDocuments(content, 'en')).toEqual([]);
});
