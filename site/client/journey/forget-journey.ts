import type { Store } from '../privacy/privacy-choice.ts';

export const JOURNEY_KEY = 'gatehouse.journey';

/** What PostHog keeps: who the visitor is there. */
export const INSIGHT_KEY = 'ph_gatehouse';

/** Takes away what the browser keeps of a journey. */
export function forgetJourney(store: Store | null | undefined): void {
  try {
    store?.removeItem(JOURNEY_KEY);
    store?.removeItem(INSIGHT_KEY);
  } catch {
    // Nothing was kept either.
  }
}
