import { LOCALES } from '../../../edge/contract/locale.ts';
import { entryState, isOnSite } from '../../schemas/entry-state.ts';
import type { EntryState } from '../../schemas/entry-state.ts';
import type { Kind } from '../../schemas/kinds.ts';
import { KINDS } from '../../schemas/kinds.ts';
import type { PageSource } from '../sources.ts';
import { pagePath } from './site-pages.ts';

/** A page that the built site does not have yet. */
export interface Waiting {
  /** The day it comes out; null for a draft. */
  readonly day: string | null;
  /** Entry id; of a list, that of its first entry. */
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

/** Drafts and scheduled entries, and the lists that hold nothing else, by their path without language. */
export function waitingPages(pages: readonly PageSource[], today: string): ReadonlyMap<string, Waiting> {
  const waiting = new Map<string, Waiting>();
  const onSite = new Set<Kind>();
  for (const page of pages) {
    const state = stateOf(page, today);
    if (isOnSite(state)) onSite.add(page.kind);
    else waiting.set(page.id, { day: dayOf(page, state), entry: page.id });
  }
  for (const kind of KINDS) {
    const first = [...waiting.values()]
      .filter(({ entry }) => entry.startsWith(`${kind}/`))
      .toSorted((a, b) => ((a.day ?? '9') < (b.day ?? '9') ? -1 : 1))[0];
    if (first && !onSite.has(kind)) waiting.set(kind, first);
  }
  return waiting;
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
