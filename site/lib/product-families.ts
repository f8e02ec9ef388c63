import { LOCALES, type Locale } from '../../edge/contract/locale.ts';
import { getEntries, getSite, hasList } from './content.ts';
import type { Entry } from './entry.ts';

/** A family with its products, in one language. */
export interface ProductFamily {
  readonly id: string;
  readonly label: string;
  readonly text: string | undefined;
  readonly products: readonly Entry<'products'>[];
}

/** The families in the order of `site.yaml`, without those that have no product; their products by name. */
export async function getFamilies(locale: Locale): Promise<ProductFamily[]> {
  const [site, products] = await Promise.all([getSite(), getEntries('products', locale)]);
  const byName = products.toSorted((a, b) => a.data.name.localeCompare(b.data.name, 'en', { numeric: true }));
  return site.families.flatMap(({ id, label, text }) => {
    const own = byName.filter(({ data }) => data.family === id);
    return own.length === 0 ? [] : [{ id, label: label[locale], text: text?.[locale], products: own }];
  });
}

interface ProductList {
  readonly params: { readonly locale: Locale };
  readonly props: { readonly locale: Locale; readonly families: readonly ProductFamily[] };
}

/**
 * For `getStaticPaths` of a page about all products: there is none before there are `min` of them, and it stays, with
 * those that are left, when they expire.
 */
export async function productLists({ min }: { readonly min: number }): Promise<ProductList[]> {
  if (!(await hasList('products', min))) return [];
  return Promise.all(
    LOCALES.map(async (locale) => ({
      params: { locale },
      props: { locale, families: await getFamilies(locale) },
    })),
  );
}
