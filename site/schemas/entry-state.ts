/**
 * What becomes of an entry today: a `draft` and a `scheduled` entry are not on the site; an `open` one is; an
 * `expired` one has left lists, feeds and searches, and its page leads on.
 */
export const ENTRY_STATES = ['draft', 'scheduled', 'open', 'expired'] as const;

export type EntryState = (typeof ENTRY_STATES)[number];

/** The keys of an entry's head that its state follows from; days as `2026-10-12`. */
export interface Publication {
  readonly draft?: boolean | undefined;
  /** The first day. */
  readonly published: string;
  /** The last day. */
  readonly expires?: string | undefined;
}

/** @param today In the site's time zone. */
export function entryState({ draft, published, expires }: Publication, today: string): EntryState {
  if (draft) return 'draft';
  if (published > today) return 'scheduled';
  return expires !== undefined && expires < today ? 'expired' : 'open';
}

/** True where the built site has a page of it. */
export function isOnSite(state: EntryState): boolean {
  return state === 'open' || state === 'expired';
}
