import { LOCALES, type Locale } from '../../edge/contract/locale.ts';
import type { ListedKind } from '../schemas/kinds.ts';
import { getEntries, getListedEntries } from './content.ts';
import type { Entry } from './entry.ts';
import { withoutText, withPageKeys } from './page-keys.node.ts';
import { readNext } from './read-next.ts';

/** What `entryPaths` hands to a page. */
export interface EntryPageProps<K extends ListedKind> {
  readonly entry: Entry<K>;
  /** To read after it. */
  readonly next: readonly Entry<ListedKind>[];
}

/** For `getStaticPaths` of the page that shows the entries of `kind`. */
export async function entryPaths<K extends ListedKind>(
  kind: K,
): Promise<{ params: { locale: Locale; slug: string }; props: EntryPageProps<K>; cacheKey: string }[]> {
  const perLocale = await Promise.all(
    LOCALES.map(async (locale) => {
      const [entries, all] = await Promise.all([getEntries(kind, locale), getListedEntries(locale)]);
      return entries.map((entry) => ({
        params: { locale, slug: entry.slug },
        props: { entry, next: readNext(entry, all).map(withoutText) },
      }));
    }),
  );
  return withPageKeys(perLocale.flat());
}
