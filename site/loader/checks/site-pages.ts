import { LOCALES } from '../../../edge/contract/locale.ts';
import type { Locale } from '../../../edge/contract/locale.ts';

/** The pages of the site without their language, for entries with these slugs. */
export function sitePages(slugs: Iterable<string>): string[] {
  return ['', 'whitepapers', 'imprint', 'privacy', ...[...slugs].map((slug) => `whitepapers/${slug}`)];
}

/** Origin-relative path of a page. */
export function pagePath(locale: Locale, page: string): string {
  return page === '' ? `/${locale}/` : `/${locale}/${page}/`;
}

/** All paths of the site that pages can link to. */
export function sitePaths(slugs: Iterable<string>): string[] {
  const pages = sitePages(slugs);
  return ['/', ...LOCALES.flatMap((locale) => pages.map((page) => pagePath(locale, page)))];
}
