import type { Store } from '../privacy/privacy-choice.ts';

export const JOURNEY_KEY = 'gatehouse.journey';
export const VISITOR_KEY = 'gatehouse.visitor';

/** What PostHog keeps: who the visitor is there. */
export const INSIGHT_KEY = 'ph_gatehouse';

/** Takes away what the browser keeps: of a journey and of who went on it, unless `keys` name less. */
export function forget(
  store: Store | null | undefined,
  keys: readonly string[] = [JOURNEY_KEY, VISITOR_KEY, INSIGHT_KEY],
): void {
  try {
    for (const key of keys) store?.removeItem(key);
  } catch {
    // Nothing was kept either.
  }
}
