import { LOCALES, type Locale, type Localized } from '../../edge/contract/locale.ts';

/** The same page in each language: `localePaths('privacy/')` → `/zh/privacy/`, `/en/privacy/`. */
export function localePaths(rest: string): Localized {
  return { zh: `/zh/${rest}`, en: `/en/${rest}` };
}

/** For `getStaticPaths` of a page that exists once per language. */
export function everyLocale(): { params: { locale: Locale } }[] {
  return LOCALES.map((locale) => ({ params: { locale } }));
}
