import { getCollection } from 'astro:content';
import { LOCALES, type Locale } from '../../edge/contract/locale.ts';
import type { TextKey } from '../i18n/texts.ts';
import { type Facet, FACETS, hubsOf } from '../schemas/facets.ts';
import type { ListedKind } from '../schemas/kinds.ts';
import { getListedEntries, getSite } from './content.ts';
import type { Entry } from './entry.ts';
import { hubValues } from './hub-values.ts';

/** A page that gathers entries of all kinds by industry, role or stage, in one language. */
export interface Hub {
  readonly facet: Facet;
  /** Facet and id, as `hubsOf` says them: `industries/battery`. */
  readonly name: string;
  readonly id: string;
  /** Origin-relative. */
  readonly path: string;
  readonly label: string;
  readonly lead: string;
}

/** Words over the hubs of a facet. */
export const FACET_TITLES = {
  industries: 'byIndustry',
  roles: 'byRole',
  stages: 'byStage',
} as const satisfies Record<Facet, TextKey>;

/** The hubs that gather something, in the order of `site.yaml`. */
export async function getHubs(locale: Locale): Promise<Hub[]> {
  const [site, gathering] = await Promise.all([getSite(), getCollection('hubs')]);
  const names = new Set(gathering.map(({ id }) => id));
  return FACETS.flatMap((facet) =>
    hubValues(facet, { site, locale }).flatMap(({ id, label, lead }) => {
      const name = `${facet}/${id}`;
      return names.has(name) ? [{ facet, name, id, path: `/${locale}/${name}/`, label, lead }] : [];
    }),
  );
}

export interface HubPageProps {
  readonly locale: Locale;
  readonly hub: Hub;
  /** All hubs, this one included. */
  readonly hubs: readonly Hub[];
  /** Newest first. */
  readonly entries: readonly Entry<ListedKind>[];
}

/** For `getStaticPaths` of the pages of a facet. */
export async function hubPaths(
  facet: Facet,
): Promise<{ params: { locale: Locale; hub: string }; props: HubPageProps }[]> {
  const perLocale = await Promise.all(
    LOCALES.map(async (locale) => {
      const [hubs, entries] = await Promise.all([getHubs(locale), getListedEntries(locale)]);
      return hubs
        .filter((hub) => hub.facet === facet)
        .map((hub) => ({
          params: { locale, hub: hub.id },
          props: {
            locale,
            hub,
            hubs,
            entries: entries.filter(({ data }) => hubsOf(data).includes(hub.name)),
          },
        }));
    }),
  );
  return perLocale.flat();
}
