import type { Store } from '../privacy/privacy-choice.ts';
import type { Source } from '../visit-source.ts';
import { JOURNEY_KEY } from './forget.ts';
import { act, arrive, keptIn, type KeptJourney, look, toSent } from './kept-journey.ts';
import { watchPage } from './watch-page.ts';

/** The journey of a visitor who agreed to it. */
export interface TrackedJourney {
  /** What goes with a registration. */
  toSend(): string;
  /** Keeps nothing more. */
  stop(): void;
}

/**
 * Keeps the journey in the browser from now on. Tabs share it: each reads it anew before it adds to it. Where the
 * browser allows no storage it lasts as long as the page.
 */
export function trackJourney(
  page: Document,
  { store, source, now }: { store: Store | null; source: Source; now: () => number },
): TrackedJourney {
  const watching = new AbortController();
  let memory: string | null = null;

  function change(make: (journey: KeptJourney) => KeptJourney): void {
    memory = JSON.stringify(make(keptIn(store, memory)));
    try {
      store?.setItem(JOURNEY_KEY, memory);
    } catch {
      // Full or forbidden.
    }
  }

  change((journey) => arrive(journey, { source, now: now() }));
  watchPage(page, {
    now,
    signal: watching.signal,
    onView: (view) => change((journey) => look(journey, { view, now: now() })),
    onAct: (done) => change((journey) => act(journey, { done, now: now() })),
  });
  return {
    toSend: () => toSent(keptIn(store, memory), now()),
    stop: () => watching.abort(),
  };
}
