import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Content } from '../../site/loader/content.ts';
import { writeSitemap } from './write-sitemap.ts';

let siteFolder = '';

beforeEach(async () => {
  siteFolder = await mkdtemp(join(tmpdir(), 'sitemap-'));
});

afterEach(() => rm(siteFolder, { recursive: true }));

const DOMAIN = 'https://www.small.example';

async function page(path: string, head = `<link rel="canonical" href="${DOMAIN}/${path}">`): Promise<void> {
  const file = join(siteFolder, path, 'index.html');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `<!doctype html><html><head>${head}</head><body></body></html>`);
}

function entry(slug: string, { state = 'open', published = '2026-10-12', updated = '' } = {}) {
  const head = { published, ...(updated && { updated }) };
  return { id: `cases/${slug}`, kind: 'cases', slug, state, pages: { zh: { head }, en: { head } } };
}

function contentOf(...entries: ReturnType<typeof entry>[]): Pick<Content, 'entries' | 'site'> {
  return { entries, site: { domain: DOMAIN } } as unknown as Content;
}

test('lists the pages that may be found, with their languages and the day they changed', async () => {
  const alternates = (rest: string) =>
    `<link rel="canonical" href="${DOMAIN}/en/${rest}">` +
    `<link rel="alternate" hreflang="zh-Hans" href="${DOMAIN}/zh/${rest}">` +
    `<link rel="alternate" hreflang="en" href="${DOMAIN}/en/${rest}">` +
    '<link rel="alternate" type="application/rss+xml" title="News" href="/en/feed.xml">';
  await page('en/cases/a', alternates('cases/a/'));
  await page('en/cases', alternates('cases/'));
  await page('en/imprint', alternates('imprint/'));
  const content = contentOf(entry('a', { updated: '2026-11-03' }), entry('b'));
  expect(await writeSitemap({ siteFolder, content })).toBe(3);
  expect(await readFile(join(siteFolder, 'sitemap-0.xml'), 'utf8')).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
    <url><loc>https://www.small.example/en/cases/a/</loc><lastmod>2026-11-03</lastmod><xhtml:link rel="alternate" hreflang="zh-Hans" href="https://www.small.example/zh/cases/a/"/><xhtml:link rel="alternate" hreflang="en" href="https://www.small.example/en/cases/a/"/></url>
    <url><loc>https://www.small.example/en/cases/</loc><lastmod>2026-11-03</lastmod><xhtml:link rel="alternate" hreflang="zh-Hans" href="https://www.small.example/zh/cases/"/><xhtml:link rel="alternate" hreflang="en" href="https://www.small.example/en/cases/"/></url>
    <url><loc>https://www.small.example/en/imprint/</loc><xhtml:link rel="alternate" hreflang="zh-Hans" href="https://www.small.example/zh/imprint/"/><xhtml:link rel="alternate" hreflang="en" href="https://www.small.example/en/imprint/"/></url>
    </urlset>
    "
  `);
  expect(await readFile(join(siteFolder, 'sitemap-index.xml'), 'utf8')).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <sitemap><loc>https://www.small.example/sitemap-0.xml</loc></sitemap>
    </sitemapindex>
    "
  `);
});

test('leaves out what keeps out of search engines and what stands for another page', async () => {
  await page(
    'hidden',
    `<meta name="robots" content="noindex"><link rel="canonical" href="${DOMAIN}/hidden/">`,
  );
  await page('chooser', `<link rel="canonical" href="${DOMAIN}/zh/">`);
  await page('nameless', '');
  expect(await writeSitemap({ siteFolder, content: contentOf() })).toBe(0);
});

test('begins a new file where one is full', async () => {
  for (const name of ['a', 'b', 'c']) {
    await page(name, `<link rel="canonical" href="${DOMAIN}/${name}/">`);
  }
  expect(await writeSitemap({ siteFolder, content: contentOf(), maxPages: 2 })).toBe(3);
  expect(await readFile(join(siteFolder, 'sitemap-1.xml'), 'utf8')).toContain(`<loc>${DOMAIN}/c/</loc>`);
  expect(await readFile(join(siteFolder, 'sitemap-index.xml'), 'utf8')).toContain(`${DOMAIN}/sitemap-1.xml`);
});
