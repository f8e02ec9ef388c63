import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { MailTemplateId } from '../../edge/contract/catalogue.ts';
import type { Locale } from '../../edge/contract/locale.ts';
import { onceABuild, takeText } from '../loader/checked-content.ts';
import { LISTED_KINDS, type Kind, type ListedKind } from '../schemas/kinds.ts';
import type { Entry, Person } from './entry.ts';
import { thanksOf } from './thanks-of.ts';

export type Site = CollectionEntry<'site'>['data'];

export function getSite(): Promise<Site> {
  return onceABuild('site', async () => {
    const entry = await getEntry('site', 'site');
    if (!entry) throw new Error('the content layer holds no site');
    return entry.data;
  });
}

export function getPeople(): Promise<readonly Person[]> {
  return onceABuild('people', async () =>
    (await getCollection('people')).map(({ id, data }) => ({ id, ...data })),
  );
}

/** All entries of a kind in one language that have not expired, newest first; those not out yet only while writing. */
export async function getEntries<K extends Kind>(kind: K, locale: Locale): Promise<Entry<K>[]> {
  return (await readEntries(kind, locale)).filter(({ state }) => state !== 'expired');
}

/** Those that have: their pages say so and lead on. */
export async function getExpiredEntries<K extends Kind>(kind: K, locale: Locale): Promise<Entry<K>[]> {
  return (await readEntries(kind, locale)).filter(({ state }) => state === 'expired');
}

/**
 * Whether a kind has a page about at least `min` of its entries: it stays, empty, where they have expired, since links
 * lead to it.
 */
export async function hasList(kind: ListedKind, min = 1): Promise<boolean> {
  const entries = new Set((await getSources()).flatMap(({ data }) => (data.kind === kind ? data.entry : [])));
  return entries.size >= min;
}

/** The other versions of landing pages in one language. */
export function getLandingVariants(locale: Locale): Promise<readonly Entry<'landing'>[]> {
  return onceABuild(`variants ${locale}`, async () =>
    composeEntries('landing', { locale, sources: await getCollection('variants') }),
  );
}

function getSources(): Promise<readonly CollectionEntry<'entries'>[]> {
  return onceABuild('entries', () => getCollection('entries'));
}

function readEntries<K extends Kind>(kind: K, locale: Locale): Promise<readonly Entry<K>[]> {
  return onceABuild(`${kind} ${locale}`, async () =>
    composeEntries(kind, { locale, sources: await getSources() }),
  );
}

async function composeEntries<K extends Kind>(
  kind: K,
  { locale, sources }: { locale: Locale; sources: readonly Entry['source'][] },
): Promise<Entry<K>[]> {
  const [site, people, forms] = await Promise.all([getSite(), getPeople(), getCollection('forms')]);
  const own = sources.filter(({ data }) => data.kind === kind && data.locale === locale);
  const entries = own.map((source) => {
    const { id, data, rendered } = source;
    const gate = 'gate' in data ? data.gate : undefined;
    const form = forms.find(({ id: name }) => name === gate?.form)?.data;
    return {
      kind,
      id: data.entry,
      slug: data.slug,
      locale,
      variant: data.variant,
      path: `/${locale}/${data.entry}/`,
      title: data.title,
      description: data.description,
      published: data.published,
      state: data.state,
      modified: data.updated ?? data.published,
      author: people.find((one) => one.id === data.author),
      roles: labelsOf(data.roles, { among: site.roles, locale }),
      industries: labelsOf(data.industries, { among: site.industries, locale }),
      cover: data.cover,
      coverAlt: data.coverAlt,
      related: data.related.map((name) => (name.includes('/') ? name : `${kind}/${name}`)),
      form,
      thanks: thanksOf(gate, locale),
      file: data.asset ? { name: data.asset.fileName, bytes: data.asset.bytes } : undefined,
      data,
      source: rendered
        ? { ...source, rendered: { ...rendered, html: takeText(id) ?? rendered.html } }
        : source,
    };
  });
  entries.sort((a, b) => b.published.localeCompare(a.published) || a.slug.localeCompare(b.slug));
  // Each source is of the collection that was asked for.
  return entries as unknown as Entry<K>[];
}

/** All entries in one language that readers are led to, newest first. */
export async function getListedEntries(locale: Locale): Promise<Entry<ListedKind>[]> {
  const perKind = await Promise.all(LISTED_KINDS.map((kind) => getEntries<ListedKind>(kind, locale)));
  return perKind.flat().sort((a, b) => b.published.localeCompare(a.published) || a.id.localeCompare(b.id));
}

type LegalPage = CollectionEntry<'legal'>['data']['page'];

export async function getLegalText(page: LegalPage, locale: Locale): Promise<CollectionEntry<'legal'>> {
  const entry = await getEntry('legal', `${page}/${locale}`);
  if (!entry) throw new Error(`the content layer holds no ${page} in ${locale}`);
  return entry;
}

type Mail<Id> = Extract<CollectionEntry<'mails'>['data'], { id: Id }>;

type Mails = { readonly [Id in MailTemplateId]: Mail<Id> };

export async function getMails(): Promise<Mails> {
  const mails = (await getCollection('mails')).map(({ data }) => data);
  const download = mails.find((mail) => mail.id === 'download');
  const confirmation = mails.find((mail) => mail.id === 'confirmation');
  const owner = mails.find((mail) => mail.id === 'owner');
  if (!download || !confirmation || !owner) throw new Error('the content layer lacks a mail');
  return { download, confirmation, owner };
}

function labelsOf(
  ids: readonly string[],
  { among, locale }: { among: Site['roles']; locale: Locale },
): string[] {
  return ids.flatMap((id) => among.find((one) => one.id === id)?.label[locale] ?? []);
}
