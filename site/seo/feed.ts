import rss from '@astrojs/rss';
import { LANGUAGE_TAGS } from '../../edge/contract/locale.ts';
import type { Locale } from '../../edge/contract/locale.ts';
import { createTexts } from '../i18n/texts.ts';
import type { Site } from '../lib/content.ts';
import type { Entry } from '../lib/entry.ts';
import type { ListedKind } from '../schemas/kinds.ts';

/** Readers of feeds see new entries; older ones they find on the site. */
const MAX_ITEMS = 50;

export interface FeedOptions {
  readonly site: Site;
  readonly locale: Locale;
  /** Left out: of all kinds. */
  readonly kind?: ListedKind;
  /** Newest first. */
  readonly entries: readonly Entry<ListedKind>[];
}

/** The feed of a kind, or of all of them, in one language. */
export function feed({ site, locale, kind, entries }: FeedOptions): Promise<Response> {
  const text = createTexts(locale);
  const brand = site.brand.name[locale];
  const self = `${site.domain}/${locale}/${kind ? `${kind}/` : ''}feed.xml`;
  return rss({
    title: kind ? `${brand} · ${text(kind)}` : brand,
    description: kind ? text(`${kind}Lead`) : site.home.lead[locale],
    site: `${site.domain}/${locale}/${kind ? `${kind}/` : ''}`,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${LANGUAGE_TAGS[locale]}</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    items: entries.slice(0, MAX_ITEMS).map((entry) => ({
      title: entry.title,
      description: entry.description,
      link: site.domain + entry.path,
      pubDate: new Date(`${entry.published}T00:00:00Z`),
      categories: [text(entry.kind), ...entry.industries],
    })),
  });
}
