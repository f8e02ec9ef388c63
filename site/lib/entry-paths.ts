import { LOCALES, type Locale } from '../../edge/contract/locale.ts';
import type { Kind } from '../schemas/kinds.ts';
import { getEntries, getAllEntries } from './content.ts';
import type { Entry } from './entry.ts';
import { readNext } from './read-next.ts';

/** What `entryPaths` hands to a page. */
export interface EntryPageProps<K extends Kind> {
  readonly entry: Entry<K>;
  /** To read after it. */
  readonly next: readonly Entry[];
}

/** For `getStaticPaths` of the page that shows the entries of `kind`. */
export async function entryPaths<K extends Kind>(
  kind: K,
): Promise<{ params: { locale: Locale; slug: string }; props: EntryPageProps<K> }[]> {
  const perLocale = await Promise.all(
    LOCALES.map(async (locale) => {
      const [entries, all] = await Promise.all([getEntries(kind, locale), getAllEntries(locale)]);
      return entries.map((entry) => ({
        params: { locale, slug: entry.slug },
        props: { entry, next: readNext(entry, all) },
      }));
    }),
  );
  return perLocale.flat();
}
