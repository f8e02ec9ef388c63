import { join } from 'node:path';
import { LOCALES, type Locale, type Localized } from '../../../edge/contract/locale.ts';
import type { Content, Entry } from '../../../site/loader/content.ts';
import { LISTED_KINDS, type Kind } from '../../../site/schemas/kinds.ts';
import { resolveColors } from '../../../site/theme/resolve-theme.ts';
import { createTexts } from '../../../site/i18n/texts.ts';
import type { ShareCard } from './share-card.ts';

/** A card and the page it stands for. */
export interface PlannedCard {
  /** As `sharePicture` takes it. */
  readonly page: string;
  readonly card: ShareCard;
}

/** The cards of a site: one for each open entry, each list and the site itself, in both languages. */
export function planSharePictures(content: Content, contentRoot: string): PlannedCard[] {
  const open = content.entries.filter(({ state }) => state !== 'expired');
  return LOCALES.flatMap((locale) => {
    const base = baseOf(content, { contentRoot, locale });
    const lists = LISTED_KINDS.flatMap((kind) => {
      const newest = open.find((entry) => entry.kind === kind);
      if (!newest) return [];
      const coverPath = coverOf(newest, { contentRoot, locale });
      return [
        { page: kind, card: { ...base, label: base.brand, title: createTexts(locale)(kind), coverPath } },
      ];
    });
    return [
      siteCard(content, { base, contentRoot }),
      ...lists,
      ...open.map((entry) => entryCard(entry, base)),
    ];
    function entryCard(entry: Entry, card: typeof base): PlannedCard {
      const { title } = entry.pages[locale].head;
      const coverPath = coverOf(entry, { contentRoot, locale });
      return { page: entry.id, card: { ...card, label: labelOf(entry, card), title, coverPath } };
    }
  });
}

type Base = Omit<ShareCard, 'label' | 'title' | 'coverPath'>;

function baseOf({ site }: Content, { contentRoot, locale }: { contentRoot: string; locale: Locale }): Base {
  const { band, bandInk, bandSoft, bandLine, bandAccent } = resolveColors(site.theme);
  return {
    locale,
    brand: site.brand.name[locale],
    host: new URL(site.domain).host,
    logoPath: join(contentRoot, site.brand.logo),
    colors: { ground: band, ink: bandInk, soft: bandSoft, line: bandLine, signal: bandAccent },
  };
}

function siteCard(
  { site }: Content,
  { base, contentRoot }: { base: Base; contentRoot: string },
): PlannedCard {
  const { picture } = site.home;
  const coverPath = picture === undefined ? null : join(contentRoot, picture);
  return {
    page: '',
    card: { ...base, label: base.brand, title: site.brand.tagline[base.locale], coverPath },
  };
}

function coverOf(
  { id, pages }: Entry,
  { contentRoot, locale }: { contentRoot: string; locale: Locale },
): string {
  return join(contentRoot, id, pages[locale].head.cover);
}

/** What one of a kind is called; a campaign speaks for the company. */
function labelOf({ kind, pages }: Entry, { locale, brand }: Base): string {
  const { head } = pages[locale];
  if ('event' in head && head.event) return EVENT[locale];
  return ONE_OF[kind]?.[locale] ?? brand;
}

const EVENT: Localized = { zh: '活动', en: 'Event' };

const ONE_OF: Readonly<Record<Kind, Localized | null>> = {
  whitepapers: { zh: '白皮书', en: 'White paper' },
  cases: { zh: '客户案例', en: 'Case' },
  products: { zh: '产品', en: 'Product' },
  articles: { zh: '文章', en: 'Article' },
  landing: null,
};
