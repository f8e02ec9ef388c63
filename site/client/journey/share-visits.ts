import type { Store } from '../privacy/privacy-choice.ts';
import type { Source } from '../visit-source.ts';
import { readJourney } from './kept-journey.ts';

/** Of the text in the shared store, whose cookies travel with every request. */
const MAX_LENGTH = 2600;
const FACTS_A_VISIT = 4;

/**
 * The store of a journey on one of several sub-domains: pages and acts stay with the sub-domain, the visits and when the
 * visitor was last seen are shared, as many as fit.
 */
export function shareVisits(own: Store | null, shared: Store): Store {
  return {
    getItem(key) {
      const journey = readJourney(own?.getItem(key) ?? null);
      const { seenAt, visits } = unpack(shared.getItem(key) ?? '');
      const known = new Set(journey.visits.map(({ landedAt }) => landedAt));
      const others = visits.filter(({ landedAt }) => !known.has(landedAt));
      return JSON.stringify({
        ...journey,
        visits: [...journey.visits, ...others].sort((a, b) => a.landedAt - b.landedAt),
        seenAt: Math.max(journey.seenAt, seenAt),
      });
    },
    setItem(key, value) {
      shared.setItem(key, pack(readJourney(value)));
      own?.setItem(key, value);
    },
    removeItem(key) {
      shared.removeItem(key);
      own?.removeItem(key);
    },
  };
}

/** The first visit before all, then the latest. */
export function pack({
  visits: [first, ...later],
  seenAt,
}: {
  visits: readonly Source[];
  seenAt: number;
}): string {
  const start = [seenAt, ...(first ? factsOf(first) : [])].join('|');
  if (!first || start.length > MAX_LENGTH) return String(seenAt);
  let rest = '';
  for (const visit of later.reverse()) {
    const longer = `|${factsOf(visit).join('|')}${rest}`;
    if (start.length + longer.length > MAX_LENGTH) break;
    rest = longer;
  }
  return start + rest;
}

/** Total: what is not ours, or broken, counts as nothing. */
export function unpack(text: string): { visits: Source[]; seenAt: number } {
  const [seenAt = '', ...facts] = text.split('|');
  const visits: Source[] = [];
  for (let at = 0; at + FACTS_A_VISIT <= facts.length; at += FACTS_A_VISIT) {
    const [landingUrl = '', referrer = '', landed, variant = ''] = facts.slice(at);
    const landedAt = Number(landed);
    if (/^https?:/.test(landingUrl) && landedAt > 0) visits.push({ landingUrl, referrer, landedAt, variant });
  }
  return { visits, seenAt: Number(seenAt) || 0 };
}

function factsOf({ landingUrl, referrer, landedAt, variant }: Source): (string | number)[] {
  return [landingUrl.replace(/\|/g, '%7C'), referrer.replace(/\|/g, '%7C'), landedAt, variant];
}
