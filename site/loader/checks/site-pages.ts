import { LOCALES } from '../../../edge/contract/locale.ts';
import type { Locale } from '../../../edge/contract/locale.ts';
import { KINDS } from '../../schemas/kinds.ts';

/** The pages of the site without their language, for entries with these ids. */
export function sitePages(entries: Iterable<string>): string[] {
  const ids = [...entries];
  const lists = KINDS.filter((kind) => ids.some((id) => id.startsWith(`${kind}/`)));
  return ['', ...lists, 'imprint', 'privacy', ...ids];
}

/** Origin-relative path of a page. */
export function pagePath(locale: Locale, page: string): string {
  return page === '' ? `/${locale}/` : `/${locale}/${page}/`;
}

/** All paths of the site that pages can link to. */
export function sitePaths(entries: Iterable<string>): string[] {
  const pages = sitePages(entries);
  return ['/', ...LOCALES.flatMap((locale) => pages.map((page) => pagePath(locale, page)))];
}
