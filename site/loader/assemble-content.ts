import type { Form } from '../../edge/contract/form.ts';
import { LOCALES } from '../../edge/contract/locale.ts';
import type { Localized } from '../../edge/contract/locale.ts';
import { CONFIRMATION_MAIL } from '../i18n/confirmation-mail.ts';
import { entryState } from '../schemas/entry-state.ts';
import { VARIANT_KEYS } from '../schemas/landing-variant-schema.ts';
import { gatedPath } from './checks/check-gated-files.ts';
import type {
  Content,
  Entry,
  EntryPage,
  EntryVariant,
  Head,
  LegalPage,
  MailTexts,
  Person,
  RenderedText,
  Site,
} from './content.ts';
import type { ContentFolder } from './folder/content-folder.ts';
import { mediaTypeOf } from './media-type-of.ts';
import type { PageText } from './mdx/page-text.ts';
import type { PageSource, Source, Sources, VariantSource } from './sources.ts';

/**
 * Puts checked sources together.
 * @throws {Error} when a source has issues: call it only where there are none.
 */
export function assembleContent(folder: ContentFolder, sources: Sources, today: string): Content {
  const site = checked(sources.site);
  const variants = Map.groupBy(sources.variants, ({ id }) => id);
  const entries = [...Map.groupBy(sources.pages, ({ id }) => id)].map(([id, pages]) =>
    entryOf(pages, { site, folder, today, specs: sources.specs, variants: variants.get(id) ?? [] }),
  );
  const legal = (page: LegalPage): Localized<RenderedText> =>
    localizedFrom(
      sources.legal.filter((text) => text.page === page),
      ({ text }) => renderedText(text),
    );
  return {
    site,
    forms: recordOf(sources.forms, (form, id): Form => ({ id, ...form })),
    people: recordOf(sources.people, (person, id): Person => ({ id, ...person })),
    mails: mailsOf(sources),
    channels: sources.channels && checked(sources.channels),
    scoring: sources.scoring && checked(sources.scoring),
    routing: sources.routing && checked(sources.routing),
    credit: sources.credit && checked(sources.credit),
    entries: entries.toSorted(newestFirst),
    legal: { imprint: legal('imprint'), privacy: legal('privacy') },
  };
}

type WrittenMails = Omit<MailTexts, 'confirmation'> & Partial<MailTexts>;

/** The stock words stand where nobody wrote others. */
function mailsOf({ mails }: Sources): MailTexts {
  const written = recordOf(mails, (mail) => mail) as unknown as WrittenMails;
  return { ...written, confirmation: written.confirmation ?? CONFIRMATION_MAIL };
}

function entryOf(
  pages: readonly PageSource[],
  {
    site,
    folder,
    today,
    specs,
    variants,
  }: {
    site: Site;
    folder: ContentFolder;
    today: string;
    specs: Sources['specs'];
    variants: readonly VariantSource[];
  },
): Entry {
  const { kind, id, slug } = checkedFirst(pages);
  const pageOf = (page: PageSource): EntryPage => {
    const head = checked(page);
    return {
      ...renderedText(page.text),
      locale: page.locale,
      path: page.path,
      head: { ...head, owner: head.owner ?? site.leads.owner },
      asset: assetOf(page, { head, folder }),
    };
  };
  // Each source was checked by the schema of its own kind.
  const table = specs.get(id);
  const state = entryState(checked(checkedFirst(pages)), today);
  const localized = localizedFrom(pages, pageOf);
  return {
    kind,
    id,
    slug,
    state,
    specs: table ? checked(table) : null,
    pages: localized,
    // Who has come too late is told so, by one page for all.
    variants: state === 'expired' ? [] : variantsOf(variants, localized),
  };
}

/** Where the page does not say how many see each version, all get the same share. */
function variantsOf(sources: readonly VariantSource[], own: Localized<EntryPage>): EntryVariant[] {
  const versions = [...Map.groupBy(sources, ({ variant }) => variant)].toSorted();
  const equal = Math.floor(100 / (versions.length + 1));
  const { head } = own.zh;
  const shares = 'variants' in head ? head.variants : undefined;
  return versions.map(([id, translations]) => ({
    id,
    share: shares?.[id] ?? equal,
    pages: localizedFrom(translations, (version) => variantPage(version, own[version.locale])),
  }));
}

function variantPage(version: VariantSource, own: EntryPage): EntryPage {
  const words = Object.entries(checked(version)).filter(
    ([key, value]) => value !== undefined && (VARIANT_KEYS as readonly string[]).includes(key),
  );
  return {
    ...own,
    ...renderedText(version.text),
    path: version.path,
    head: { ...own.head, ...Object.fromEntries(words) },
  };
}

function assetOf(
  page: PageSource,
  { head, folder }: { head: Head; folder: ContentFolder },
): EntryPage['asset'] {
  const path = gatedPath(page);
  if (path === undefined || !('gate' in head) || !head.gate?.file) return null;
  return {
    id: `${page.id}/${page.locale}`,
    path,
    fileName: head.gate.fileName ?? head.gate.file,
    mediaType: mediaTypeOf(head.gate.file),
    bytes: folder.files.get(path)?.bytes ?? 0,
  };
}

function renderedText({ html, headings, pictures, blocks }: PageText): RenderedText {
  return {
    html,
    headings,
    pictures: [...new Set(pictures.map(({ target }) => asRelative(target)))],
    blocks: blocks.map(({ name, props }) => ({ name, props })),
  };
}

function asRelative(target: string): string {
  return target.startsWith('.') ? target : `./${target}`;
}

function localizedFrom<S extends { locale: string }, T>(
  sources: readonly S[],
  value: (source: S) => T,
): Localized<T> {
  const entries = LOCALES.map((locale) => {
    const source = sources.find((each) => each.locale === locale);
    if (!source) throw new Error(`a source in ${locale} is missing`);
    return [locale, value(source)] as const;
  });
  return Object.fromEntries(entries) as unknown as Localized<T>;
}

function recordOf<T, U>(
  sources: ReadonlyMap<string, Source<T>>,
  value: (value: T, id: string) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries([...sources].map(([id, source]) => [id, value(checked(source), id)]));
}

function checked<T>(source: Source<T> | null): T {
  if (!source || source.value === null) throw new Error(`${source?.path ?? 'site.yaml'} has issues`);
  return source.value;
}

function checkedFirst(pages: readonly PageSource[]): PageSource {
  const [first] = pages;
  if (!first) throw new Error('an entry has no page');
  return first;
}

function newestFirst(a: Entry, b: Entry): number {
  const [left, right] = [a.pages.en.head.published, b.pages.en.head.published];
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
