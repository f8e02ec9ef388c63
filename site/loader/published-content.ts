import { isOnSite } from '../schemas/entry-state.ts';
import type { Content, Entry } from './content.ts';

/** What the built site shows of a content folder: all but drafts and entries whose day has not come. */
export function publishedContent(content: Content): Content {
  return { ...content, entries: content.entries.filter(({ state }) => isOnSite(state)) };
}

/** What is held back, and when the site has to be built again for the next of it. */
export interface Unpublished {
  readonly drafts: readonly Entry[];
  /** The next one first. */
  readonly scheduled: readonly Entry[];
  /** The next day on which an entry comes out or has expired, as `2026-10-12`; undefined where there is none. */
  readonly nextBuild: string | undefined;
}

export function unpublished({ entries }: Content): Unpublished {
  const scheduled = entries
    .filter(({ state }) => state === 'scheduled')
    .toSorted((a, b) => (publishedOf(a) < publishedOf(b) ? -1 : 1));
  const ends = entries.flatMap(({ state, pages }) => {
    const { expires } = pages.en.head;
    return state === 'open' && expires !== undefined ? [dayAfter(expires)] : [];
  });
  return {
    drafts: entries.filter(({ state }) => state === 'draft'),
    scheduled,
    nextBuild: [...scheduled.map(publishedOf), ...ends].toSorted()[0],
  };
}

function publishedOf({ pages }: Entry): string {
  return pages.en.head.published;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
