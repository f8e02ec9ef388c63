import type { Locale, Localized } from '../../edge/contract/locale.ts';
import { specText } from '../lib/spec-text.ts';
import type { Content, Entry } from '../loader/content.ts';
import { hubValues } from '../lib/hub-values.ts';
import { FACETS, hubsOf } from '../schemas/facets.ts';
import { isListedKind } from '../schemas/kinds.ts';
import type { Specs } from '../schemas/specs-schema.ts';
import type { SearchDocument } from './compose-search-index.ts';

/**
 * What visitors can find: the pages of all entries that readers are led to, and the pages that gather these. What
 * stands in their gated files is not theirs to find, and neither are campaigns' pages, drafts in a build, and what is
 * no longer on offer.
 */
export function searchDocuments(content: Content, locale: Locale): SearchDocument[] {
  return [...entryDocuments(content, locale), ...hubDocuments(content, locale)];
}

/** By their words in `site.yaml` alone: what they gather is found by itself. */
function hubDocuments({ site, entries }: Content, locale: Locale): SearchDocument[] {
  const gathering = new Set(
    entries
      .filter(({ kind, state }) => isListedKind(kind) && state !== 'expired')
      .flatMap(({ pages }) => hubsOf(pages[locale].head)),
  );
  return FACETS.flatMap((facet) =>
    hubValues(facet, { site, locale }).flatMap(({ id, label, lead }) => {
      if (!gathering.has(`${facet}/${id}`)) return [];
      const path = `/${locale}/${facet}/${id}/`;
      return [
        {
          kind: 'hubs',
          path,
          title: label,
          description: lead,
          headings: [],
          labels: [],
          names: [],
          text: '',
        },
      ];
    }),
  );
}

function entryDocuments({ site, people, entries }: Content, locale: Locale): SearchDocument[] {
  const labels = (list: readonly { id: string; label: Localized }[], ids: readonly string[]): string[] =>
    list.flatMap(({ id, label }) => (ids.includes(id) ? [label[locale]] : []));
  return entries.flatMap((entry) => {
    const { kind, id, state, specs } = entry;
    if (!isListedKind(kind) || state === 'expired') return [];
    const { head, html, headings } = entry.pages[locale];
    const author = head.author === undefined ? undefined : people[head.author];
    return [
      {
        kind,
        path: `/${locale}/${id}/`,
        title: head.title,
        description: head.description,
        headings: headings.map(({ text }) => text),
        labels: [
          ...labels(site.industries, head.industries),
          ...labels(site.roles, head.roles),
          ...(head.family === undefined ? [] : labels(site.families, [head.family])),
          ...(author ? [author.name[locale]] : []),
        ],
        names: namesOf(entry, head),
        text: [...ownTexts(head), plainHtml(html), ...(specs ? specTexts(specs, locale) : [])].join(' '),
      },
    ];
  });
}

/** Keys of a head that are no text of the page, or are told elsewhere. */
const NO_TEXT = new Set([
  ...['title', 'description', 'draft', 'published', 'updated', 'expires', 'successor', 'author', 'owner'],
  ...['roles', 'stage', 'industries', 'cover', 'coverAlt', 'related', 'gate', 'name', 'family', 'pages'],
  ...['products', 'logo', 'picture'],
]);

function ownTexts(head: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(head).flatMap(([key, value]) => (NO_TEXT.has(key) ? [] : textsIn(value)));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap(textsIn)
    : Object.entries(value).flatMap(([key, inner]) => (NO_TEXT.has(key) ? [] : textsIn(inner)));
}

function namesOf({ specs }: Pick<Entry, 'specs'>, head: object): string[] {
  const name = 'name' in head && typeof head.name === 'string' ? [head.name] : [];
  return [...name, ...(specs?.variants.flatMap(({ orderCode }) => orderCode ?? []) ?? [])];
}

function specTexts({ groups, note }: Specs, locale: Locale): string[] {
  const rows = groups.flatMap((group) => group.rows);
  return [
    ...rows.map(({ label, unit, value, values }) => {
      const cells = new Set([...(value === undefined ? [] : [value]), ...Object.values(values ?? {})]);
      return `${label[locale]}: ${[...cells].map((cell) => specText(cell, { locale, unit })).join(', ')};`;
    }),
    ...(note ? [note[locale]] : []),
  ];
}

/** The words of rendered HTML; headings stand alone, for an excerpt must not run on from one. */
function plainHtml(html: string): string {
  return html
    .replace(/<(svg|noscript|button)\b.*?<\/\1>/gs, ' ')
    .replace(/<\/?(?:strong|em|a|sub|sup|abbr|b|i|code|kbd|mark|small|span|wbr)\b[^>]*>/g, '')
    .replace(/<\/h\d>/g, ' · ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: keyof typeof SIGNS) => SIGNS[name])
    .replace(/\s+/g, ' ')
    .trim();
}

const SIGNS = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' } as const;
