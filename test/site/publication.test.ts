import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Catalogue } from '../../edge/contract/catalogue.ts';
import { LOCALES } from '../../edge/contract/locale.ts';
import { ROOT, runScript } from '../support/run-script.ts';
import { attributeOf, htmlMistakes, readBuiltSite, type BuiltSite } from './support/built-site.ts';

/** Beside the open `first-paper`. */
const PAPERS: Readonly<Record<string, string>> = {
  written: 'published: 2020-01-01\ndraft: true',
  planned: 'published: 2999-01-01',
  followed: 'published: 2020-01-01\nexpires: 2020-12-31\nsuccessor: first-paper',
  ended: 'published: 2020-01-01\nexpires: 2020-12-31',
};

let folder: string;
let site: BuiltSite;
let catalogue: Catalogue;
let output: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-publication-'));
  const content = join(folder, 'content');
  await cp(join(ROOT, 'test/fixtures/content-small'), content, { recursive: true });
  for (const [slug, keys] of Object.entries(PAPERS)) await addPaper(content, slug, keys);
  await expireProducts(content);
  const out = join(folder, 'dist');
  const env = { GATEHOUSE_CONTENT: content, GATEHOUSE_OUT: out, GATEHOUSE_DATA: join(folder, 'data') };
  output = await runScript('build.ts', { env });
  site = await readBuiltSite(join(out, 'site'));
  catalogue = JSON.parse(await readFile(join(out, 'edge/catalogue.json'), 'utf8')) as Catalogue;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function addPaper(content: string, slug: string, keys: string): Promise<void> {
  const paper = join(content, 'whitepapers', slug);
  await cp(join(content, 'whitepapers/first-paper'), paper, { recursive: true });
  for (const locale of LOCALES) {
    const path = join(paper, `${locale}.mdx`);
    const page = await readFile(path, 'utf8');
    await writeFile(
      path,
      page
        .replace(/^published: .*$/m, keys)
        .replace(/^title: .*$/m, `title: ${slug} ${locale === 'zh' ? '文' : ''}`),
    );
  }
}

/** Two of them, and links that were made while they were on offer. */
async function expireProducts(content: string): Promise<void> {
  const [meter, other] = [join(content, 'products/meter'), join(content, 'products/other')];
  await cp(meter, other, { recursive: true });
  for (const locale of LOCALES) {
    for (const folder of [meter, other]) {
      const path = join(folder, `${locale}.mdx`);
      const page = await readFile(path, 'utf8');
      await writeFile(path, page.replace(/^published: .*$/m, 'published: 2020-01-01\nexpires: 2020-12-31'));
    }
    const path = join(content, `whitepapers/first-paper/${locale}.mdx`);
    const links = `[1](/${locale}/products/) [2](/${locale}/products/compare/) [3](/${locale}/products/meter/)`;
    await writeFile(path, `${await readFile(path, 'utf8')}\n${links}\n`);
  }
}

const pageOf = (path: string) => site.pages.find((page) => page.path === path);

test('drafts and scheduled entries are nowhere in the output, and the build says when the next is due', () => {
  for (const [path, bytes] of site.files) {
    if (/\.(?:br|gz|jpg|png|ico|bin)$/.test(path)) continue;
    expect(path).not.toMatch(/written|planned/);
    expect(bytes.toString(), path).not.toMatch(/whitepapers\/(?:written|planned)/);
  }
  expect(JSON.stringify(catalogue)).not.toMatch(/written|planned/);
  expect(output).toContain('whitepapers/written is left out: a draft');
  expect(output).toContain('whitepapers/planned is left out: it comes out on 2999-01-01');
  expect(output).toContain('The next build is due on 2999-01-01 (Asia/Shanghai).');
});

test('an expired entry keeps its address, says so in its language, has no form and leads on', async () => {
  const followed = LOCALES.map((locale) => pageOf(`/${locale}/whitepapers/followed/`)!);
  for (const [index, page] of followed.entries()) {
    const locale = LOCALES[index];
    expect(page.document.querySelectorAll('form')).toHaveLength(0);
    expect(page.html).toContain(locale === 'zh' ? '已于2020年12月31日到期' : 'until 31 December 2020');
    expect(page.html).toContain(`href="/${locale}/whitepapers/first-paper/"`);
  }
  expect(followed[1]?.html).toContain('Download links sent out before go on working.');
  const product = pageOf('/en/products/meter/')!;
  expect(product.html).toContain('until 31 December 2020 and no longer is.');
  expect(product.html).not.toContain('Download links');
  const ended = pageOf('/en/whitepapers/ended/')!;
  expect(ended.document.querySelectorAll('main a').map((link) => link.getAttributeValue('href'))).toContain(
    '/en/whitepapers/',
  );
  expect(await htmlMistakes([...followed, ended])).toEqual([]);
});

test('an expired entry has left lists, feeds, sitemap, llms.txt and search engines', () => {
  for (const slug of ['followed', 'ended']) {
    const page = pageOf(`/en/whitepapers/${slug}/`)!;
    expect(attributeOf(page, 'meta[name="robots"]', 'content')).toBe('noindex');
    expect(attributeOf(page, 'link[rel="canonical"]', 'href')).toBeNull();
    for (const [path, bytes] of site.files) {
      if (!/\.(?:html|xml|txt)$/.test(path) || path.includes(`/${slug}/`)) continue;
      expect(bytes.toString(), path).not.toContain(`/whitepapers/${slug}/`);
    }
  }
});

test('the edge knows that an expired entry is closed, and still has its file', () => {
  const entry = catalogue.entries['whitepapers/followed'];
  expect(entry).toMatchObject({ isClosed: true, path: { en: '/en/whitepapers/followed/' } });
  expect(catalogue.assets[entry!.asset!.en]?.sealedPath).toMatch(/^\/_sealed\//);
  expect(catalogue.entries['whitepapers/first-paper']?.isClosed).toBeUndefined();
});

test('where all products have expired, the pages about them stay for links, empty, and leave search engines', async () => {
  for (const locale of LOCALES) {
    for (const path of [`/${locale}/products/`, `/${locale}/products/compare/`]) {
      const page = pageOf(path)!;
      expect(page.html).toContain(locale === 'zh' ? '目前没有内容' : 'There is nothing here at the moment.');
      expect(attributeOf(page, 'meta[name="robots"]', 'content')).toBe('noindex');
      expect(page.document.querySelectorAll('table, form, fieldset')).toHaveLength(0);
      expect(await htmlMistakes([page])).toEqual([]);
      expect(site.files.get('/sitemap-0.xml')?.toString()).not.toContain(`${path}<`);
    }
    expect(pageOf(`/${locale}/`)!.html).not.toContain('id="families"');
  }
});

test('no link of a page leads nowhere', () => {
  const paths = new Set(site.pages.map(({ path }) => path));
  const dead = site.pages.flatMap(({ path, document }) =>
    document.querySelectorAll('a').flatMap((link) => {
      const [to = ''] = (link.getAttributeValue('href') ?? '').split(/[?#]/, 1);
      return /^\/.*\/$/.test(to) && !paths.has(to) ? `${path} → ${to}` : [];
    }),
  );
  expect(dead).toEqual([]);
});
