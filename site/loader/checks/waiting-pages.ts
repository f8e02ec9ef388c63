import { LOCALES } from '../../../edge/contract/locale.ts';
import { entryState, isOnSite } from '../../schemas/entry-state.ts';
import type { EntryState } from '../../schemas/entry-state.ts';
import type { PageSource } from '../sources.ts';
import { hubPages } from './hub-pages.ts';
import { pagePath } from './site-pages.ts';

/** A page that the built site does not have yet. */
export interface Waiting {
  /** The day it comes out; null for a draft. */
  readonly day: string | null;
  /** Entry id; of a list or a hub, that of its first entry. */
  readonly entry: string;
}

/** The state of a page as far as its head can be read. */
export function stateOf({ yaml }: PageSource, today: string): EntryState {
  return entryState(
    {
      draft: yaml.get(['draft']) === true,
      published: yaml.text(['published'])?.trim() ?? '',
      expires: yaml.text(['expires'])?.trim() || undefined,
    },
    today,
  );
}

/** Drafts and scheduled entries, and the lists and hubs that hold nothing else, by their path without language. */
export function waitingPages(pages: readonly PageSource[], today: string): ReadonlyMap<string, Waiting> {
  const waiting = new Map<string, Waiting>();
  const onSite = new Set<string>();
  const gathered = new Map<string, Waiting>();
  for (const page of pages) {
    const gatherings = [page.kind, ...hubPages(page)];
    const state = stateOf(page, today);
    if (isOnSite(state)) {
      for (const gathering of gatherings) onSite.add(gathering);
      continue;
    }
    const what = { day: dayOf(page, state), entry: page.id };
    waiting.set(page.id, what);
    for (const gathering of gatherings) gathered.set(gathering, sooner(gathered.get(gathering), what));
  }
  for (const [gathering, first] of gathered) if (!onSite.has(gathering)) waiting.set(gathering, first);
  const comparison = waitingComparison(pages, waiting);
  return comparison ? waiting.set('products/compare', comparison) : waiting;
}

/** The product that the page which compares products waits for: it takes two. */
function waitingComparison(
  pages: readonly PageSource[],
  waiting: ReadonlyMap<string, Waiting>,
): Waiting | undefined {
  const products = new Set(pages.flatMap(({ kind, id }) => (kind === 'products' ? id : [])));
  const later = [...products]
    .flatMap((id) => waiting.get(id) ?? [])
    .toSorted((one, other) => (one.day ?? '9').localeCompare(other.day ?? '9'));
  return later[1 - (products.size - later.length)];
}

/** The same by origin-relative path. */
export function waitingPaths(waiting: ReadonlyMap<string, Waiting>): ReadonlyMap<string, Waiting> {
  return new Map(
    [...waiting].flatMap(([page, what]) => LOCALES.map((locale) => [pagePath(locale, page), what] as const)),
  );
}

function dayOf({ yaml }: PageSource, state: EntryState): string | null {
  return state === 'draft' ? null : (yaml.text(['published'])?.trim() ?? null);
}

/** A draft comes out last. */
function sooner(one: Waiting | undefined, other: Waiting): Waiting {
  return one !== undefined && (one.day ?? '9') <= (other.day ?? '9') ? one : other;
}
