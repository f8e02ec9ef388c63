import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { escapeHtml } from '../../edge/contract/fill-template.ts';
import { LOCALES } from '../../edge/contract/locale.ts';
import type { Content } from '../../site/loader/content.ts';
import { listFiles } from './list-files.ts';
import { mapLimit } from './map-limit.ts';

/** What sitemaps.org allows in one file. */
const MAX_PAGES = 50_000;
const AT_A_TIME = 8;
/** A page's head comes first, and is shorter than this. */
const HEAD_END = '</head>';

interface ListedPage {
  readonly address: string;
  /** By `hreflang`. */
  readonly alternates: readonly (readonly [language: string, address: string])[];
}

/**
 * Writes the sitemap of a drawn site: the pages that say of themselves that they may be found, with their other
 * languages as they name them. A list has changed when the newest of its entries has. Resolves to their number.
 */
export async function writeSitemap(options: {
  readonly siteFolder: string;
  readonly content: Pick<Content, 'entries' | 'site'>;
  /** Entries of one file; the default is what the format allows. */
  readonly maxPages?: number;
}): Promise<number> {
  const { siteFolder, content, maxPages = MAX_PAGES } = options;
  const { domain } = content.site;
  const paths = (await listFiles(siteFolder)).filter((path) => path.endsWith('.html'));
  const found = await mapLimit(paths, {
    limit: AT_A_TIME,
    map: async (path) => {
      const own = `${domain}/${relative(siteFolder, path)
        .split(sep)
        .join('/')
        .replace(/index\.html$/, '')}`;
      return listedPage(await readFile(path, 'utf8'), own);
    },
  });
  const pages = found.filter((page) => page !== undefined);
  const days = changeDays(content);
  const files: string[] = [];
  for (let start = 0; start < pages.length; start += maxPages) {
    const name = `sitemap-${files.length}.xml`;
    const urls = pages.slice(start, start + maxPages).map((page) => urlOf(page, days.get(page.address)));
    await writeFile(join(siteFolder, name), `${XML}<urlset ${NAMESPACES}>\n${urls.join('')}</urlset>\n`);
    files.push(name);
  }
  const listed = files.map((name) => `<sitemap><loc>${domain}/${name}</loc></sitemap>\n`);
  const index = `${XML}<sitemapindex xmlns="${SITEMAPS}">\n${listed.join('')}</sitemapindex>\n`;
  await writeFile(join(siteFolder, 'sitemap-index.xml'), index);
  return pages.length;
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const NAMESPACES = `xmlns="${SITEMAPS}" xmlns:xhtml="http://www.w3.org/1999/xhtml"`;

/** Undefined for a page that keeps out of search engines, or stands for another. */
function listedPage(html: string, own: string): ListedPage | undefined {
  const head = html.slice(0, html.indexOf(HEAD_END));
  const links = [...head.matchAll(/<link ([^>]+)>/g)].map(([, attributes = '']) => attributesOf(attributes));
  const address = links.find(({ rel }) => rel === 'canonical')?.['href'];
  if (address !== own || /<meta name="robots" content="[^"]*noindex/.test(head)) return undefined;
  const alternates = links.flatMap(({ rel, hreflang, href }) =>
    rel === 'alternate' && hreflang && href ? [[hreflang, href] as const] : [],
  );
  return { address, alternates };
}

function attributesOf(text: string): Partial<Record<string, string>> {
  const pairs = [...text.matchAll(/(\w+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']): [string, string] => [name, value]));
}

function urlOf({ address, alternates }: ListedPage, day: string | undefined): string {
  const links = alternates.map(
    ([language, href]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeHtml(href)}"/>`,
  );
  const lastmod = day === undefined ? '' : `<lastmod>${day}</lastmod>`;
  return `<url><loc>${escapeHtml(address)}</loc>${lastmod}${links.join('')}</url>\n`;
}

/** When pages last changed, by address. */
function changeDays({ entries, site }: Pick<Content, 'entries' | 'site'>): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { id, kind, state, pages } of entries) {
    if (state !== 'open') continue;
    for (const locale of LOCALES) {
      const { updated, published } = pages[locale].head;
      const day = updated ?? published;
      days.set(`${site.domain}/${locale}/${id}/`, day);
      for (const list of ['', `${kind}/`]) {
        const address = `${site.domain}/${locale}/${list}`;
        if (day > (days.get(address) ?? '')) days.set(address, day);
      }
    }
  }
  return days;
}
