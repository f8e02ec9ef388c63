import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { Locale } from '../../edge/contract/locale.ts';
import type { Paper, Person } from './paper.ts';

export type Site = CollectionEntry<'site'>['data'];

export async function getSite(): Promise<Site> {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('the content layer holds no site');
  return entry.data;
}

export async function getPeople(): Promise<Person[]> {
  return (await getCollection('people')).map(({ id, data }) => ({ id, ...data }));
}

/** All white papers in one language, newest first. */
export async function getPapers(locale: Locale): Promise<Paper[]> {
  const [site, people, forms, entries] = await Promise.all([
    getSite(),
    getPeople(),
    getCollection('forms'),
    getCollection('whitepapers', ({ data }) => data.locale === locale),
  ]);
  const papers = entries.map((source): Paper => {
    const { data } = source;
    const form = forms.find(({ id }) => id === data.gate.form)?.data;
    if (!form) throw new Error(`the content layer holds no form "${data.gate.form}"`);
    return {
      entry: data.entry,
      slug: data.slug,
      locale,
      path: `/${locale}/whitepapers/${data.slug}/`,
      title: data.title,
      description: data.description,
      published: data.published,
      author: people.find(({ id }) => id === data.author),
      roles: labelsOf(data.roles, { among: site.roles, locale }),
      industries: labelsOf(data.industries, { among: site.industries, locale }),
      pages: data.pages,
      cover: data.cover,
      coverAlt: data.coverAlt,
      learn: data.learn,
      related: data.related,
      form,
      file: { name: data.asset.fileName, bytes: data.asset.bytes },
      source,
    };
  });
  return papers.sort((a, b) => b.published.localeCompare(a.published) || a.slug.localeCompare(b.slug));
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
