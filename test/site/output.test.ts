import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { LinkChecker, LinkState } from 'linkinator';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../edge/contract/catalogue.ts';
import { LANGUAGE_TAGS, LOCALES, type Locale } from '../../edge/contract/locale.ts';
import { ROOT, runScript } from '../support/run-script.ts';
import { serveSite } from '../support/served-site.ts';
import { edgePages } from './support/edge-pages.ts';
import {
  attributeOf,
  type BuiltPage,
  type BuiltSite,
  htmlMistakes,
  readBuiltSite,
} from './support/built-site.ts';
import { missingFacts, schemaMistakes, thingsOf } from './support/json-ld.ts';
import { parseXml } from './support/parse-xml.ts';
import {
  loadedAddresses,
  scriptsAfterConsent,
  scriptsAfterRegistration,
  scriptsOf,
  stylesOf,
} from './support/loaded-files.ts';
import { wordsOfAnotherLanguage } from './support/visible-words.ts';

const MAX_SCRIPT_BYTES = 6_000;
/** Besides, once the visitor has agreed to a journey. */
const MAX_AFTER_CONSENT_BYTES = 4_000;
/** And once they have registered, too. */
const MAX_AFTER_REGISTRATION_BYTES = 3_000;
/** PostHog, where a site has one. */
const MAX_INSIGHT_BYTES = 60_000;
const MAX_STYLE_BYTES = 20_000;
/** HTML, styles and scripts. */
const MAX_PAGE_BYTES = 60_000;
/** Beyond, search engines cut. A Chinese character takes the room of two Latin ones. */
const MAX_TITLE_COLUMNS = 70;
/** The chooser of languages, the page for what is not there, and the searches of visitors. */
const NO_INDEX = ['/', '/404.html', '/en/search/', '/zh/search/'];

let folder: string;
let env: { GATEHOUSE_OUT: string; GATEHOUSE_DATA: string };
let site: BuiltSite;
let catalogue: Catalogue;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-output-'));
  env = { GATEHOUSE_OUT: join(folder, 'dist'), GATEHOUSE_DATA: join(folder, 'data') };
  await runScript('build.ts', { env });
  site = await readBuiltSite(join(env.GATEHOUSE_OUT, 'site'));
  catalogue = JSON.parse(await readFile(join(env.GATEHOUSE_OUT, 'edge/catalogue.json'), 'utf8')) as Catalogue;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('before its pictures, every page', () => {
  test('costs at most 6 KB of script, 20 KB of styles and 60 KB in all, compressed, and 4 KB of script after consent', () => {
    for (const page of [...site.pages, ...site.variants, ...edgePages(catalogue)]) {
      const scripts = compressedBytes(scriptsOf(page, site));
      const styles = compressedBytes(stylesOf(page, site));
      const html = compressedBytes([Buffer.from(page.html)]);
      expect(scripts, `${page.path} scripts`).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
      const after = compressedBytes(scriptsAfterConsent(page, site));
      const asks = page.document.querySelector('[data-privacy]') !== null;
      expect(after > 0, `${page.path} after consent`).toBe(asks);
      expect(after, `${page.path} after consent`).toBeLessThanOrEqual(MAX_AFTER_CONSENT_BYTES);
      expect(styles, `${page.path} styles`).toBeGreaterThan(0);
      expect(styles, `${page.path} styles`).toBeLessThanOrEqual(MAX_STYLE_BYTES);
      expect(html + styles + scripts, page.path).toBeLessThanOrEqual(MAX_PAGE_BYTES);
    }
  });
});

describe('what is loaded for those who agreed', () => {
  test('costs at most 3 KB of script more once they have registered', () => {
    for (const page of [...site.pages, ...site.variants]) {
      const bytes = compressedBytes(scriptsAfterRegistration(page, site));
      expect(bytes > 0, page.path).toBe(page.document.querySelector('[data-privacy]') !== null);
      expect(bytes, page.path).toBeLessThanOrEqual(MAX_AFTER_REGISTRATION_BYTES);
    }
  });

  test('is at most 60 KB for PostHog, which no page of a site without a key names', () => {
    const scripts = [...site.files].filter(([path]) => /\/InsightScript[^/]*\.js$/.test(path));
    expect(scripts).toHaveLength(1);
    for (const [path, bytes] of scripts) {
      expect(compressedBytes([bytes])).toBeLessThanOrEqual(MAX_INSIGHT_BYTES);
      expect(site.pages.filter(({ html }) => html.includes(path)).map((page) => page.path)).toEqual([]);
    }
  });
});

describe('every page', () => {
  test('makes a browser ask nobody but this site', () => {
    for (const page of [...site.pages, ...site.variants, ...edgePages(catalogue)]) {
      const addresses = loadedAddresses(page);
      expect(addresses.length, page.path).toBeGreaterThan(1);
      expect(
        addresses.filter((address) => !/^\/(?!\/)/.test(address)),
        page.path,
      ).toEqual([]);
    }
    for (const [path, bytes] of site.files) {
      if (!path.endsWith('.css')) continue;
      const addresses = [...bytes.toString().matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, url = '']) => url);
      expect(
        addresses.filter((address) => !/^(?:\/(?!\/)|data:|#)/.test(address)),
        path,
      ).toEqual([]);
    }
  });

  test('is valid HTML, the pages of the edge included', async () => {
    const pages = [...site.pages, ...site.variants, ...edgePages(catalogue)];
    expect(pages.length).toBeGreaterThanOrEqual(16 + 10);
    expect(await htmlMistakes(pages)).toEqual([]);
  });

  test('names its language, has one h1, a title that fits and a policy without inline code', () => {
    for (const page of [...site.pages, ...site.variants, ...edgePages(catalogue)]) {
      const { path, document } = page;
      const title = document.querySelector('title')?.textContent ?? '';
      const policy = attributeOf(page, 'meta[http-equiv="content-security-policy"]', 'content');
      expect(attributeOf(page, 'html', 'lang'), path).toBe(LANGUAGE_TAGS[localeOf(path)]);
      expect(document.querySelectorAll('h1'), path).toHaveLength(1);
      expect(title.trim(), path).not.toBe('');
      if (!isHidden(page)) expect(columnsOf(title), title).toBeLessThanOrEqual(MAX_TITLE_COLUMNS);
      expect(policy, path).toContain("default-src 'self'");
      expect(policy, path).not.toMatch(/unsafe-|\*|https?:/);
    }
  });

  test('speaks its own language only', () => {
    const foreign = [...site.pages, ...site.variants, ...edgePages(catalogue)].flatMap((page) =>
      wordsOfAnotherLanguage(page, localeOf(page.path)).map((text) => `${page.path} ${text}`),
    );
    expect(foreign).toEqual([]);
  });
});

describe('another version of a page', () => {
  test('says that it is the page, in both languages, and is no file of the site besides', () => {
    expect(site.variants.map(({ path }) => path).toSorted()).toEqual([
      '/en/landing/vial-sample-test/',
      '/zh/landing/vial-sample-test/',
    ]);
    for (const variant of site.variants) {
      const page = site.pages.find(({ path }) => path === variant.path)!;
      const hidden = (of: BuiltPage) => attributeOf(of, 'input[name="variant"]', 'value');
      expect([hidden(page), hidden(variant)]).toEqual(['a', 'b']);
      expect(attributeOf(variant, 'link[rel="canonical"]', 'href')).toBe(
        attributeOf(page, 'link[rel="canonical"]', 'href'),
      );
      expect(alternatesOf(variant)).toEqual(alternatesOf(page));
      expect(isHidden(variant)).toBe(false);
      expect(variant.document.querySelector('h1')?.textContent).not.toBe(
        page.document.querySelector('h1')?.textContent,
      );
    }
  });

  test('is named by no page, list, feed, sitemap or search index', () => {
    const named = [...site.files]
      .filter(([path]) => /\.(?:html|xml|txt|json|js|webmanifest)$/.test(path))
      .filter(([, bytes]) => bytes.includes('gatehouse-variants'))
      .map(([path]) => path);
    expect(named).toEqual([]);
    const words = site.variants.map(({ document }) => document.querySelector('h1')?.textContent.trim() ?? '');
    const lists = [...site.files].filter(([path]) => /\.(?:xml|txt|json)$/.test(path));
    for (const word of words) {
      expect(
        lists.filter(([, bytes]) => bytes.includes(word)).map(([path]) => path),
        word,
      ).toEqual([]);
    }
  });

  test('stands on no page on which nothing is tried', () => {
    const tried = new Set(site.variants.map(({ path }) => path));
    const others = site.pages.filter(({ path }) => !tried.has(path));
    expect(others.filter((page) => attributeOf(page, 'input[name="variant"]', 'value')).length).toBe(0);
  });
});

describe('to search engines', () => {
  test('a page tells what it is about, where it belongs and its other language', () => {
    const { origin } = catalogue.site;
    const byAddress = new Map(indexable().map((page) => [`${origin}${page.path}`, page]));
    for (const [address, page] of byAddress) {
      const description = attributeOf(page, 'meta[name="description"]', 'content') ?? '';
      expect(columnsOf(description), page.path).toBeGreaterThan(20);
      expect(attributeOf(page, 'link[rel="canonical"]', 'href')).toBe(address);
      const alternates = alternatesOf(page);
      expect(Object.keys(alternates)).toEqual(['zh-Hans', 'en', 'x-default']);
      expect(alternates[LANGUAGE_TAGS[localeOf(page.path)]]).toBe(address);
      expect(alternates['x-default']).toBe(alternates[LANGUAGE_TAGS[catalogue.site.defaultLocale]]);
      for (const alternate of Object.values(alternates)) {
        expect(alternatesOf(byAddress.get(alternate)), `${address} → ${alternate}`).toEqual(alternates);
      }
    }
  });

  test('titles and descriptions are all different', () => {
    const heads = indexable().flatMap((page) => [
      page.document.querySelector('title')?.textContent,
      attributeOf(page, 'meta[name="description"]', 'content'),
    ]);
    expect(new Set(heads).size).toBe(heads.length);
  });

  test('the sitemap lists the pages that may be found, and only those', () => {
    const sitemap = site.files.get('/sitemap-0.xml')?.toString() ?? '';
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
    const wanted = indexable().map(({ path }) => `${catalogue.site.origin}${path}`);
    expect(listed.toSorted()).toEqual(wanted.toSorted());
    expect(
      site.pages
        .filter((page) => isHidden(page))
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(NO_INDEX);
    for (const page of edgePages(catalogue)) expect(isHidden(page), page.path).toBe(true);
    const index = site.files.get('/sitemap-index.xml')?.toString() ?? '';
    expect(index).toContain(`<loc>${catalogue.site.origin}/sitemap-0.xml</loc>`);
  });

  test('the sitemap says what the pages say: their languages, and the day an entry last changed', () => {
    const sitemap = site.files.get('/sitemap-0.xml')?.toString() ?? '';
    for (const page of indexable()) {
      const url = sitemap
        .split('<url>')
        .find((one) => one.includes(`<loc>${catalogue.site.origin}${page.path}<`));
      const links = [...(url ?? '').matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)];
      expect(Object.fromEntries(links.map(([, language, href]) => [language, href]))).toEqual(
        alternatesOf(page),
      );
      const modified = attributeOf(page, 'meta[property="article:modified_time"]', 'content');
      if (modified) expect(url).toContain(`<lastmod>${modified}</lastmod>`);
    }
  });

  test('robots may read all but the answers of the edge, and are shown the sitemap', () => {
    expect(site.files.get('/robots.txt')?.toString()).toBe(
      `User-agent: *\nDisallow: /api/\nDisallow: /d/\nDisallow: /t/\n\nSitemap: ${catalogue.site.origin}/sitemap-index.xml\n`,
    );
  });

  test('every page shows its pictures large, and says what it is in terms of schema.org', async () => {
    const described = indexable().map((page) => ({ page, things: thingsOf(page) }));
    for (const { page, things } of described) {
      expect(attributeOf(page, 'meta[name="robots"]', 'content')).toBe('max-image-preview:large');
      const isHome = /^\/(?:zh|en)\/$/.test(page.path);
      const isLanding = page.path.includes('/landing/');
      const types = things.map((thing) => thing['@type']);
      if (isHome) expect(types).toEqual(['Organization', 'WebSite']);
      else if (!isLanding) expect(types, page.path).toContain('BreadcrumbList');
      const kind = /^\/\w+\/(\w+)\/[^/]+\/$/.exec(page.path)?.[1] ?? '';
      const wanted = page.path.endsWith('/compare/') ? undefined : ENTRY_TYPES[kind];
      if (wanted) expect(types, page.path).toEqual(expect.arrayContaining([expect.stringMatching(wanted)]));
      for (const thing of things) expect(missingFacts(thing), page.path).toEqual([]);
    }
    const mistakes = schemaMistakes(described.map(({ page, things }) => [page.path, things]));
    expect(mistakes).toEqual([]);
  });

  test('frequent questions on a page are told as such', () => {
    const asking = site.pages.filter(({ document }) => document.querySelector('.faq details'));
    for (const page of asking) {
      const faq = thingsOf(page).find((thing) => thing['@type'] === 'FAQPage');
      const questions = page.document
        .querySelectorAll('.faq summary')
        .map(({ textContent }) => textContent.trim());
      expect((faq?.['mainEntity'] as { name: string }[]).map(({ name }) => name)).toEqual(questions);
    }
  });

  test('llms.txt names every open entry in both languages, and nothing of a gated text', async () => {
    const text = site.files.get('/llms.txt')?.toString() ?? '';
    expect(text).toMatch(/^# .+\n\n> .+\n/);
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, href = '']) => new URL(href).pathname);
    const listed = indexable().filter(({ path }) =>
      /^\/\w+\/(?:whitepapers|cases|products|articles)\/[^/]+\/$/.test(path),
    );
    const entries = listed.filter(({ path }) => !path.endsWith('/compare/')).map(({ path }) => path);
    expect(entries.filter((path) => !links.includes(path))).toEqual([]);
    expect(links.filter((path) => !site.files.has(path.endsWith('/') ? `${path}index.html` : path))).toEqual(
      [],
    );
  });
});

describe('where it is shared', () => {
  test('every page has a card of 1200 × 630 and a square one, each under 300 KB', async () => {
    for (const page of indexable()) {
      for (const [selector, size] of [
        ['meta[property="og:image"]', { width: 1200, height: 630 }],
        ['meta[itemprop="image"]', { width: 800, height: 800 }],
      ] as const) {
        const address = new URL(attributeOf(page, selector, 'content') ?? '');
        expect(address.origin).toBe(catalogue.site.origin);
        const picture = site.files.get(address.pathname);
        expect(picture, `${page.path} ${address.pathname}`).toBeDefined();
        expect(picture!.length).toBeLessThan(300_000);
        expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', ...size });
      }
    }
  });

  test('the cards of two entries differ, and those of two languages', () => {
    const cards = [...site.files].filter(([path]) => path.startsWith('/share/'));
    const entries = indexable().filter(
      ({ path }) => ENTRY_TYPES[path.split('/')[2] ?? ''] && path.split('/')[3],
    );
    expect(cards.length).toBeGreaterThanOrEqual(2 * (entries.length - LOCALES.length));
    expect(new Set(cards.map(([, bytes]) => sha256(bytes))).size).toBe(cards.length);
  });

  test('feeds can be read, name the pages they bring, and are found from every page', async () => {
    const feeds = [...site.files.keys()].filter((path) => path.endsWith('/feed.xml'));
    expect(feeds).toEqual(
      expect.arrayContaining(['/zh/feed.xml', '/en/feed.xml', '/en/whitepapers/feed.xml']),
    );
    for (const path of feeds) {
      const channel = parseXml(site.files.get(path)?.toString() ?? '').rss.channel;
      expect(channel['atom:link']['@_href']).toBe(`${catalogue.site.origin}${path}`);
      expect(channel.language).toBe(LANGUAGE_TAGS[localeOf(path)]);
      const items = [channel.item].flat();
      expect(items.length).toBeGreaterThan(0);
      for (const { link, title, description, pubDate } of items) {
        const page = site.pages.find((one) => `${catalogue.site.origin}${one.path}` === link);
        expect(page, link).toBeDefined();
        expect(attributeOf(page!, 'meta[property="og:title"]', 'content')).toBe(title);
        expect(description.length).toBeGreaterThan(10);
        expect(Number.isNaN(Date.parse(pubDate))).toBe(false);
      }
    }
    for (const page of indexable()) {
      const links = page.document.querySelectorAll('link[type="application/rss+xml"]');
      expect(links.length, page.path).toBeGreaterThan(0);
      for (const feed of links) expect(feeds).toContain(feed.getAttributeValue('href'));
    }
  });

  test('icons and manifest are there, each icon as large as it says', async () => {
    for (const locale of LOCALES) {
      const manifest = JSON.parse(
        site.files.get(`/${locale}/manifest.webmanifest`)?.toString() ?? '',
      ) as Manifest;
      expect(manifest).toMatchObject({ lang: LANGUAGE_TAGS[locale], start_url: `/${locale}/` });
      expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
      for (const { src, sizes } of manifest.icons) {
        const { width, height } = await sharp(site.files.get(src)).metadata();
        expect(`${width}x${height}`).toBe(sizes);
      }
    }
    const touch = await sharp(site.files.get('/apple-touch-icon.png')).metadata();
    expect(touch).toMatchObject({ width: 180, height: 180, hasAlpha: false });
    const icon = site.files.get('/favicon.ico')!;
    expect(await sharp(icon.subarray(icon.readUInt32LE(18))).metadata()).toMatchObject({
      width: 32,
      height: 32,
    });
  });
});

test('every link of the served site leads somewhere, down to its fragment', async () => {
  const server = await serveSite(env);
  try {
    const { host } = new URL(server.url);
    const { links, passed } = await new LinkChecker().check({
      path: `${server.url}/`,
      recurse: true,
      checkCss: true,
      checkFragments: true,
      retry: false,
      sitemap: `${server.url}/sitemap-index.xml`,
      // Canonical links, alternates and the sitemap name the published site: this is it.
      urlRewriteExpressions: [{ pattern: new RegExp(`^${catalogue.site.origin}`), replacement: server.url }],
      linksToSkip: (link) => Promise.resolve(new URL(link).host !== host),
    });
    const broken = links.filter(({ state }) => state === LinkState.BROKEN);
    expect(broken.map(({ url, status, parent }) => ({ url, status, parent }))).toEqual([]);
    expect(passed).toBe(true);
    const reached = new Set(links.map(({ url }) => new URL(url).pathname));
    const pages = site.pages.map(({ path }) => path).filter((path) => path !== '/404.html');
    expect(pages.filter((path) => !reached.has(path))).toEqual([]);
  } finally {
    await server.stop();
  }
});

describe('in the public output', () => {
  test('the templates of edge pages and mails are gone', () => {
    expect([...site.files.keys()].filter((path) => path.includes('gatehouse-templates'))).toEqual([]);
    for (const { html, path } of site.pages) expect(html, path).not.toMatch(/\{\{/);
  });

  test('there is no gated file, under whatever name, whole or in part, compressed or not', async () => {
    const gated = await gatedFiles();
    expect(gated).toHaveLength(Object.keys(catalogue.assets).length);
    const digests = new Set(gated.map(sha256));
    for (const [path, bytes] of site.files) {
      expect(path).not.toMatch(/\.(?:pdf|docx?|pptx?|xlsx?|zip)\b/i);
      const clear = path.endsWith('.br')
        ? brotliDecompressSync(bytes)
        : path.endsWith('.gz')
          ? gunzipSync(bytes)
          : bytes;
      expect(digests.has(sha256(clear)), path).toBe(false);
      for (const file of gated) {
        const middle = file.subarray(file.length / 2, file.length / 2 + 64);
        expect(clear.includes(middle), path).toBe(false);
        expect(clear.includes(middle.toString('base64').slice(4, -4)), path).toBe(false);
      }
    }
  });

  test('there are as many sealed files as gated ones, each under a name that tells nothing', () => {
    const sealed = [...site.files.keys()].filter((path) => path.startsWith('/_sealed/'));
    expect(sealed.toSorted()).toEqual(
      Object.values(catalogue.assets)
        .map(({ sealedPath }) => sealedPath)
        .toSorted(),
    );
    for (const path of sealed) expect(path).toMatch(/^\/_sealed\/[0-9a-f]{32}\.bin$/);
  });
});

const ENTRY_TYPES: Readonly<Record<string, RegExp>> = {
  whitepapers: /^Report$/,
  cases: /^Article$/,
  articles: /^Article$/,
  products: /^Product$/,
  landing: /^(?:Event|WebPage)$/,
};

interface Manifest {
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose?: string }[];
}

function indexable(): BuiltPage[] {
  return site.pages.filter((page) => !isHidden(page));
}

function isHidden(page: BuiltPage): boolean {
  return (attributeOf(page, 'meta[name="robots"]', 'content') ?? '').includes('noindex');
}

function localeOf(path: string): Locale {
  return LOCALES.find((locale) => path.startsWith(`/${locale}/`)) ?? catalogue.site.defaultLocale;
}

function alternatesOf(page: BuiltPage | undefined): Record<string, string> {
  const links = page?.document.querySelectorAll('link[hreflang]') ?? [];
  return Object.fromEntries(
    links.map((link) => [link.getAttributeValue('hreflang') ?? '', link.getAttributeValue('href') ?? '']),
  );
}

function compressedBytes(files: readonly Buffer[]): number {
  return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
}

function columnsOf(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character) ? 2 : 1),
    0,
  );
}

async function gatedFiles(): Promise<Buffer[]> {
  const content = join(ROOT, 'content');
  const names = await readdir(content, { recursive: true });
  return Promise.all(
    names.filter((name) => name.endsWith('.pdf')).map((name) => readFile(join(content, name))),
  );
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
