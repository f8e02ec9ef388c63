import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { Locale } from '../../edge/contract/locale.ts';
import { KINDS, type Kind } from '../schemas/kinds.ts';
import type { Entry, Person } from './entry.ts';

export type Site = CollectionEntry<'site'>['data'];

export async function getSite(): Promise<Site> {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('the content layer holds no site');
  return entry.data;
}

export async function getPeople(): Promise<Person[]> {
  return (await getCollection('people')).map(({ id, data }) => ({ id, ...data }));
}

/** All entries of a kind in one language, newest first. */
export async function getEntries<K extends Kind>(kind: K, locale: Locale): Promise<Entry<K>[]> {
  const [site, people, forms, sources] = await Promise.all([
    getSite(),
    getPeople(),
    getCollection('forms'),
    getCollection('entries', ({ data }) => data.kind === kind && data.locale === locale),
  ]);
  const entries = sources.map((source) => {
    const { data } = source;
    const form = 'gate' in data ? forms.find(({ id }) => id === data.gate?.form)?.data : undefined;
    return {
      kind,
      id: data.entry,
      slug: data.slug,
      locale,
      path: `/${locale}/${data.entry}/`,
      title: data.title,
      description: data.description,
      published: data.published,
      author: people.find(({ id }) => id === data.author),
      roles: labelsOf(data.roles, { among: site.roles, locale }),
      industries: labelsOf(data.industries, { among: site.industries, locale }),
      cover: data.cover,
      coverAlt: data.coverAlt,
      related: data.related.map((name) => (name.includes('/') ? name : `${kind}/${name}`)),
      form,
      file: data.asset ? { name: data.asset.fileName, bytes: data.asset.bytes } : undefined,
      data,
      source,
    };
  });
  entries.sort((a, b) => b.published.localeCompare(a.published) || a.slug.localeCompare(b.slug));
  // Each source is of the collection that was asked for.
  return entries as unknown as Entry<K>[];
}

/** The entries of all kinds in one language, newest first. */
export async function getAllEntries(locale: Locale): Promise<Entry[]> {
  const perKind = await Promise.all(KINDS.map((kind) => getEntries<Kind>(kind, locale)));
  return perKind.flat().sort((a, b) => b.published.localeCompare(a.published) || a.id.localeCompare(b.id));
}

type LegalPage = CollectionEntry<'legal'>['data']['page'];

export async function getLegalText(page: LegalPage, locale: Locale): Promise<CollectionEntry<'legal'>> {
  const entry = await getEntry('legal', `${page}/${locale}`);
  if (!entry) throw new Error(`the content layer holds no ${page} in ${locale}`);
  return entry;
}

type Mail<Id> = Extract<CollectionEntry<'mails'>['data'], { id: Id }>;

export async function getMails(): Promise<{ download: Mail<'download'>; owner: Mail<'owner'> }> {
  const mails = (await getCollection('mails')).map(({ data }) => data);
  const download = mails.find((mail) => mail.id === 'download');
  const owner = mails.find((mail) => mail.id === 'owner');
  if (!download || !owner) throw new Error('the content layer lacks a mail');
  return { download, owner };
}

function labelsOf(
  ids: readonly string[],
  { among, locale }: { among: Site['roles']; locale: Locale },
): string[] {
  return ids.flatMap((id) => among.find((one) => one.id === id)?.label[locale] ?? []);
}
