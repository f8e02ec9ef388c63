import { JOURNEY_LIMITS, type ActType, type SentJourney } from '../../../edge/contract/journey.ts';
import type { Store } from '../privacy/privacy-choice.ts';
import type { Source } from '../visit-source.ts';
import { JOURNEY_KEY } from './forget.ts';

/** A journey as the browser keeps it, oldest first; times are epoch ms by the visitor's clock. */
export interface KeptJourney {
  readonly visits: readonly Source[];
  readonly views: readonly KeptView[];
  readonly acts: readonly KeptAct[];
  /** When the visitor was last seen on any page. */
  readonly seenAt: number;
}

export interface KeptView {
  readonly at: number;
  readonly path: string;
  readonly seconds: number;
  readonly depth: number;
}

export interface KeptAct {
  readonly at: number;
  readonly type: ActType;
  readonly path: string;
  readonly what: string;
}

/** A visitor who was away for longer is on a new visit. Source: GA4, Plausible. */
const SESSION_MS = 30 * 60_000;

const EMPTY: KeptJourney = { visits: [], views: [], acts: [], seenAt: 0 };

/** Total: what is not ours, or broken, counts as no journey. */
export function readJourney(text: string | null): KeptJourney {
  try {
    const kept = JSON.parse(text ?? 'null') as KeptJourney | null;
    return kept && [kept.visits, kept.views, kept.acts].every(Array.isArray) && kept.seenAt > 0
      ? kept
      : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** The journey that `store` keeps; where it keeps none, or is forbidden, that in `memory`. Total. */
export function keptIn(store: Pick<Store, 'getItem'> | null, memory: string | null = null): KeptJourney {
  try {
    return readJourney(store?.getItem(JOURNEY_KEY) ?? memory);
  } catch {
    return readJourney(memory);
  }
}

/** Adds the visit that `source` began, unless it goes on with the last one. */
export function arrive(journey: KeptJourney, { source, now }: { source: Source; now: number }): KeptJourney {
  const last = journey.visits.at(-1);
  const goesOn = last !== undefined && now - journey.seenAt < SESSION_MS && isSameVisit(source, last);
  const visits = goesOn || !source.landingUrl ? journey.visits : [...journey.visits, source];
  return trim({ ...journey, visits, seenAt: now }, now);
}

/** Adds a view, or what has become of it since it was added. */
export function look(journey: KeptJourney, { view, now }: { view: KeptView; now: number }): KeptJourney {
  const others = journey.views.filter(({ at, path }) => at !== view.at || path !== view.path);
  return trim({ ...journey, views: [...others, view], seenAt: now }, now);
}

export function act(journey: KeptJourney, { done, now }: { done: KeptAct; now: number }): KeptJourney {
  return trim({ ...journey, acts: [...journey.acts, done], seenAt: now }, now);
}

/** The text that goes with a registration. */
export function toSent({ visits, views, acts }: KeptJourney, now: number): string {
  const sent: SentJourney = {
    touches: visits.map(({ landingUrl, referrer, landedAt, variant }) => [
      landingUrl,
      referrer,
      now - landedAt,
      variant,
    ]),
    views: views.map(({ path, at, seconds, depth }) => [path, now - at, seconds, depth]),
    acts: acts.map(({ type, path, at, what }) => [type, path, now - at, what]),
  };
  return JSON.stringify(sent);
}

/** A page opened anew within a visit brings no news of where the visitor came from, or the same again. */
function isSameVisit(source: Source, last: Source): boolean {
  if (source.landedAt === last.landedAt) return true;
  if (source.landingUrl === last.landingUrl && source.referrer === last.referrer) return true;
  return !source.referrer && !TAGGED.test(source.landingUrl);
}

/** An address that says by itself where it was found. */
const TAGGED = /[?&](?:utm_\w+|source|ref|\w*clid|\w+_vid|qz_gdt)=|\/s\//i;

/** Lets go of what is too old, then of what is too much: acts and views first, and never of the first visit for a later one. */
function trim(journey: KeptJourney, now: number): KeptJourney {
  const { touches, views, acts, ageMs, bytes } = JOURNEY_LIMITS;
  const isRecent = ({ at }: { at: number }): boolean => now - at < ageMs;
  const recent = journey.visits.filter(({ landedAt }) => now - landedAt < ageMs);
  let kept: KeptJourney = {
    ...journey,
    visits: recent.length > touches ? [...recent.slice(0, 1), ...recent.slice(1 - touches)] : recent,
    views: journey.views.filter(isRecent).slice(-views),
    acts: journey.acts.filter(isRecent).slice(-acts),
  };
  while (bytesOf(kept, now) > bytes) {
    if (kept.views.length + kept.acts.length > 0) {
      kept = { ...kept, views: kept.views.slice(half(kept.views)), acts: kept.acts.slice(half(kept.acts)) };
    } else if (kept.visits.length > 1)
      kept = { ...kept, visits: [...kept.visits.slice(0, 1), ...kept.visits.slice(2)] };
    else return { ...kept, visits: [] };
  }
  return kept;
}

function half({ length }: readonly unknown[]): number {
  return Math.ceil(length / 2);
}

function bytesOf(journey: KeptJourney, now: number): number {
  return new TextEncoder().encode(toSent(journey, now)).length;
}
