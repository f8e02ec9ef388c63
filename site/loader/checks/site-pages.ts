import { LOCALES } from '../../../edge/contract/locale.ts';
import type { Locale } from '../../../edge/contract/locale.ts';
import { LISTED_KINDS } from '../../schemas/kinds.ts';

/** The pages of the site without their language, for entries with these ids, gathered in these hubs. */
export function sitePages(entries: Iterable<string>, hubs: Iterable<string>): string[] {
  const ids = [...entries];
  const lists = LISTED_KINDS.filter((kind) => ids.some((id) => id.startsWith(`${kind}/`)));
  const isComparing = ids.filter((id) => id.startsWith('products/')).length > 1;
  const compare = isComparing ? ['products/compare'] : [];
  return ['', ...lists, ...compare, ...hubs, 'search', 'imprint', 'privacy', ...ids];
}

/** Origin-relative path of a page. */
export function pagePath(locale: Locale, page: string): string {
  return page === '' ? `/${locale}/` : `/${locale}/${page}/`;
}

/** All paths of the site that pages can link to. */
export function sitePaths(entries: Iterable<string>, hubs: Iterable<string>): string[] {
  const pages = sitePages(entries, hubs);
  return ['/', ...LOCALES.flatMap((locale) => pages.map((page) => pagePath(locale, page)))];
}
