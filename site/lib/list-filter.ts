import { type Facet, FACETS, hubsOf } from '../schemas/facets.ts';
import type { Entry } from './entry.ts';
import type { Hub } from './hubs.ts';

/** What the facets are called in a list's address: `?industry=battery&stage=decision`. */
export const FACET_PARAMS = {
  industries: 'industry',
  roles: 'role',
  stages: 'stage',
} as const satisfies Record<Facet, string>;

/** What an entry of a list can be found by: `industry:battery role:quality stage:decision`. */
export function filterTokens({ data }: Pick<Entry, 'data'>): string {
  return hubsOf(data)
    .map((name) => {
      const [facet, id] = name.split('/') as [Facet, string];
      return `${FACET_PARAMS[facet]}:${id}`;
    })
    .join(' ');
}

interface FilterFacet {
  readonly facet: Facet;
  readonly choices: readonly Hub[];
}

/** What tells the entries of a list apart; a facet in which all are alike is left out. */
export function filterFacets(entries: readonly Pick<Entry, 'data'>[], hubs: readonly Hub[]): FilterFacet[] {
  const gathered = entries.map(({ data }) => hubsOf(data));
  return FACETS.flatMap((facet) => {
    const choices = hubs.filter(
      (hub) => hub.facet === facet && gathered.some((names) => names.includes(hub.name)),
    );
    const differ = choices.some(({ name }) => gathered.some((names) => !names.includes(name)));
    return differ ? [{ facet, choices }] : [];
  });
}
