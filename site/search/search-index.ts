import type { Locale } from '../../edge/contract/locale.ts';
import { LISTED_KINDS } from '../schemas/kinds.ts';

/** What results are told apart by: the kind of an entry, or a page that gathers entries. */
export const SEARCH_KINDS = [...LISTED_KINDS, 'hubs'] as const;

export type SearchKind = (typeof SEARCH_KINDS)[number];

/** What the search page loads first; everything else stands in files that `folder` names. */
export interface SearchManifest {
  /** Origin-relative, with a slash at the end; it changes with what is in it. */
  readonly folder: string;
  /** Entries are numbered by kind: so many of each, in this order. */
  readonly kinds: readonly (readonly [kind: SearchKind, count: number])[];
  /** `terms-<n>.json`: so many files. */
  readonly shards: number;
  /** `entries-<n>.json`: so many entries in each. */
  readonly perFile: number;
}

/** Of `terms-<n>.json`: by term, entry and weight in turns. */
export type TermShard = Readonly<Record<string, readonly number[]>>;

/** Of `entries-<n>.json`. */
export type FoundEntry = readonly [path: string, title: string, description: string, text: string];

/** Where the manifest of a language is. */
export function manifestPath(locale: Locale): string {
  return `/search/${locale}.json`;
}
