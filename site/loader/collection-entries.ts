import { LOCALES } from '../../edge/contract/locale.ts';
import type { VariantId } from '../../edge/contract/variants.ts';
import { hubsOf } from '../schemas/facets.ts';
import { isListedKind } from '../schemas/kinds.ts';
import type { Content, Entry, EntryPage, LegalPage, RenderedText } from './content.ts';

export type CollectionName =
  'site' | 'forms' | 'people' | 'mails' | 'legal' | 'entries' | 'variants' | 'hubs';

/** One entry of an Astro collection, before its schema. */
export interface CollectionEntry {
  readonly id: string;
  readonly data: Record<string, unknown>;
  /** The file it comes from, in the content folder; its pictures are named from there. */
  readonly path: string;
  readonly rendered?: RenderedText;
}

/** The entries each collection of `content.config.ts` holds. */
export function collectionEntries(content: Content, name: CollectionName): CollectionEntry[] {
  const { site, forms, people, mails } = content;
  switch (name) {
    case 'site':
      return [{ id: 'site', data: { ...site }, path: 'site.yaml' }];
    case 'forms':
      return Object.values(forms).map((form) => ({
        id: form.id,
        data: { ...form },
        path: `forms/${form.id}.yaml`,
      }));
    case 'people':
      return Object.values(people).map(({ id, ...data }) => ({ id, data, path: `people/${id}.yaml` }));
    case 'mails':
      return (['download', 'confirmation', 'owner'] as const).map((id) => ({
        id,
        data: { id, ...mails[id] },
        path: `mails/${id}.yaml`,
      }));
    case 'legal':
      return legalEntries(content);
    case 'entries':
      return pageEntries(content);
    case 'variants':
      return variantEntries(content);
    case 'hubs':
      return hubEntries(content);
  }
}

/** A hub that gathers nothing is none; where all has expired it stays, since links lead to it. */
function hubEntries({ entries }: Content): CollectionEntry[] {
  const listed = entries.filter(({ kind }) => isListedKind(kind));
  const ids = new Set(listed.flatMap(({ pages }) => hubsOf(pages.en.head)));
  return [...ids].map((id) => {
    const [facet, value] = id.split('/');
    return { id, data: { facet, id: value }, path: 'site.yaml' };
  });
}

function pageEntries({ entries }: Content): CollectionEntry[] {
  return entries.flatMap((entry) =>
    LOCALES.map((locale) => ({
      id: `${entry.id}/${locale}`,
      ...pageEntry(entry, { page: entry.pages[locale], variant: entry.variants.length > 0 ? 'a' : null }),
    })),
  );
}

function variantEntries({ entries }: Content): CollectionEntry[] {
  return entries.flatMap((entry) =>
    entry.variants.flatMap(({ id: variant, pages }) =>
      LOCALES.map((locale) => ({
        id: `${entry.id}/${locale}.${variant}`,
        ...pageEntry(entry, { page: pages[locale], variant }),
      })),
    ),
  );
}

function pageEntry(
  { kind, id: entry, slug, state, specs }: Entry,
  { page, variant }: { page: EntryPage; variant: VariantId | null },
): Omit<CollectionEntry, 'id'> {
  const { head, asset, path, locale, ...rendered } = page;
  const { blocks } = rendered;
  const data = { ...head, kind, entry, slug, state, locale, variant, asset, blocks, ...(specs && { specs }) };
  return { data, path, rendered };
}

function legalEntries({ legal }: Content): CollectionEntry[] {
  const pages: readonly LegalPage[] = ['imprint', 'privacy'];
  return pages.flatMap((page) =>
    LOCALES.map((locale) => {
      return {
        id: `${page}/${locale}`,
        data: { page, locale },
        path: 'site.yaml',
        rendered: legal[page][locale],
      };
    }),
  );
}
