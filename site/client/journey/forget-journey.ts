import type { Store } from '../privacy/privacy-choice.ts';

export const JOURNEY_KEY = 'gatehouse.journey';
export const VISITOR_KEY = 'gatehouse.visitor';

/** What PostHog keeps: who the visitor is there. */
export const INSIGHT_KEY = 'ph_gatehouse';

/** Takes away what the browser keeps of a journey, and of who went on it. */
export function forgetJourney(store: Store | null | undefined): void {
  try {
    for (const key of [JOURNEY_KEY, VISITOR_KEY, INSIGHT_KEY]) store?.removeItem(key);
  } catch {
    // Nothing was kept either.
  }
}
