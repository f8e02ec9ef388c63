import type { STAGES } from './entry-head.ts';

/** What entries are gathered by besides their kind; each value has a page, `/<locale>/<facet>/<id>/`. */
export const FACETS = ['industries', 'roles', 'stages'] as const;

export type Facet = (typeof FACETS)[number];

/** The pages that gather an entry, without their language: `industries/battery`. */
export function hubsOf({ industries, roles, stage }: Placing): string[] {
  return [
    ...industries.map((id) => `industries/${id}`),
    ...roles.map((id) => `roles/${id}`),
    `stages/${stage}`,
  ];
}

interface Placing {
  readonly industries: readonly string[];
  readonly roles: readonly string[];
  readonly stage: (typeof STAGES)[number];
}
