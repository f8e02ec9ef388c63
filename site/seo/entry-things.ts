import type { Article, Event, FAQPage, Product, Report, Thing, WebPage } from 'schema-dts';
import { LANGUAGE_TAGS } from '../../edge/contract/locale.ts';
import type { Entry } from '../lib/entry.ts';
import { withOffset } from '../lib/event-time.ts';
import type { Site } from '../lib/content.ts';
import { plainText } from './plain-text.ts';
import { publisher } from './organization.ts';
import { sharePicture } from './share-picture.ts';

/** What an entry's page is about, as schema.org says it: the entry itself, and the questions it answers. */
export function entryThings(entry: Entry, site: Site): Thing[] {
  return [mainThing(entry, site), ...faqPage(entry, site)];
}

function mainThing(entry: Entry, site: Site): Thing {
  switch (entry.kind) {
    case 'whitepapers':
      return { '@type': 'Report', ...articleFacts(entry, site) } satisfies Report;
    case 'cases':
    case 'articles':
      return { '@type': 'Article', ...articleFacts(entry, site) } satisfies Article;
    case 'products':
      return product(entry, site);
    case 'landing':
      return entry.data.event ? event(entry, site) : webPage(entry, site);
  }
}

function articleFacts(entry: Entry, site: Site) {
  const { title, published, modified, author, industries, locale } = entry;
  return {
    ...pageFacts(entry, site),
    headline: title,
    datePublished: published,
    dateModified: modified,
    publisher: publisher({ site, locale }),
    author: author
      ? ({ '@type': 'Person', name: author.name[locale], jobTitle: author.title[locale] } as const)
      : publisher({ site, locale }),
    ...(industries.length > 0 && { about: industries.map((name) => ({ '@type': 'Thing', name }) as const) }),
    mainEntityOfPage: site.domain + entry.path,
  };
}

function product(entry: Entry<'products'>, site: Site): Product {
  const { data, locale } = entry;
  const { inLanguage: _, ...facts } = pageFacts(entry, site);
  const family = site.families.find(({ id }) => id === data.family);
  return {
    '@type': 'Product',
    ...facts,
    name: data.name,
    alternateName: entry.title,
    brand: { '@type': 'Brand', name: site.brand.name[locale] },
    manufacturer: publisher({ site, locale }),
    ...(family && { category: family.label[locale] }),
    ...(data.highlights.length > 0 && {
      additionalProperty: data.highlights.map(
        ({ label, value }) => ({ '@type': 'PropertyValue', name: label, value }) as const,
      ),
    }),
  };
}

/** @see https://developers.google.com/search/docs/appearance/structured-data/event for what must be said */
function event(entry: Entry<'landing'>, site: Site): Event {
  const { starts, ends, zone, place } = entry.data.event!;
  const { locale } = entry;
  const url = site.domain + entry.path;
  return {
    '@type': 'Event',
    ...pageFacts(entry, site),
    startDate: withOffset(starts, zone),
    endDate: withOffset(ends, zone),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: place
      ? 'https://schema.org/OfflineEventAttendanceMode'
      : 'https://schema.org/OnlineEventAttendanceMode',
    location: place ? { '@type': 'Place', name: place, address: place } : { '@type': 'VirtualLocation', url },
    organizer: publisher({ site, locale }),
  };
}

function webPage(entry: Entry<'landing'>, site: Site): WebPage {
  return {
    '@type': 'WebPage',
    ...pageFacts(entry, site),
    datePublished: entry.published,
    dateModified: entry.modified,
    publisher: publisher({ site, locale: entry.locale }),
  };
}

/** Questions count as a page's own wherever they stand on it. */
function faqPage({ data, locale, path }: Entry, { domain }: Site): FAQPage[] {
  const items = data.blocks.filter(({ name }) => name === 'Faq').flatMap(({ props }) => itemsOf(props));
  if (items.length === 0) return [];
  const questions = items.map(
    ({ question, answer }) =>
      ({
        '@type': 'Question',
        name: question,
        acceptedAnswer: { '@type': 'Answer', text: plainText(answer) },
      }) as const,
  );
  return [
    {
      '@type': 'FAQPage',
      '@id': `${domain}${path}#faq`,
      inLanguage: LANGUAGE_TAGS[locale],
      mainEntity: questions,
    },
  ];
}

/** The props of a block were checked when it was read. */
function itemsOf(props: Readonly<Record<string, unknown>>) {
  return props['items'] as readonly { question: string; answer: string }[];
}

function pageFacts({ id, title, description, locale, path }: Entry, { domain }: Site) {
  const picture = (shape: 'wide' | 'square'): string => domain + sharePicture(id, { locale, shape });
  return {
    '@id': `${domain}${path}#main`,
    name: title,
    description,
    url: domain + path,
    image: [picture('wide'), picture('square')],
    inLanguage: LANGUAGE_TAGS[locale],
  };
}
