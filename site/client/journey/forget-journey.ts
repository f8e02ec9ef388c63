import type { Store } from '../privacy/privacy-choice.ts';

export const JOURNEY_KEY = 'gatehouse.journey';

/** Takes away what the browser keeps of a journey. */
export function forgetJourney(store: Store | null | undefined): void {
  try {
    store?.removeItem(JOURNEY_KEY);
  } catch {
    // Nothing was kept either.
  }
}
