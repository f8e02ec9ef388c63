import type { Issue } from '../loader/issues/issue.ts';

/** What the dev server tells open pages whenever the content has changed. */
export interface ContentState {
  /** They stop a build; the pages still show the content as it was before them. */
  readonly issues: readonly Issue[];
  /** Advice. */
  readonly warnings: readonly Issue[];
}

/** Names of the events over Vite's connection. */
export const STATE_EVENT = 'gatehouse:content';
export const ASK_EVENT = 'gatehouse:content?';
