import { ACT_TYPES, JOURNEY_LIMITS, type Act, type Journey, type PageView } from '../../contract/journey.ts';
import type { Touch } from '../../contract/touch.ts';
import { isEdgePath } from '../../contract/routes.ts';
import { isLocalPath } from '../source/is-local-path.ts';
import { parseTouch, type TouchContext } from '../source/parse-touch.ts';
import { redactText } from '../../contract/redact-personal-data.ts';
import { scrubText } from './clean-text.ts';

/**
 * Reads what a browser tells of a journey. Whatever is not of the right shape is left out, so that no lead is lost over
 * it: null where nothing is left. The app that asks now is that of the last visit; which apps the earlier ones were made
 * in, nobody knows.
 */
export function parseJourney(text: string | undefined, context: TouchContext): Journey | null {
  // A browser of ours sends less; the limit is in bytes there, of which a character has at least one.
  if (text === undefined || text.length > JOURNEY_LIMITS.bytes) return null;
  const sent = parse(text);
  const { now, app } = context;
  const visits = inOrder(
    listOf(sent, 'touches').flatMap((touch) => readTouch(touch, { ...context, app: undefined })),
  );
  const journey: Journey = {
    touches: app ? visits.map((visit, at) => (at === visits.length - 1 ? { ...visit, app } : visit)) : visits,
    views: inOrder(listOf(sent, 'views').flatMap((view) => readView(view, now))),
    acts: inOrder(listOf(sent, 'acts').flatMap((act) => readAct(act, now))),
  };
  return Object.values(journey).some(({ length }: readonly unknown[]) => length > 0) ? journey : null;
}

export function readTouch(
  [landingUrl, referrer, landedMsAgo, variant]: readonly unknown[],
  context: TouchContext,
): Touch[] {
  const touch = parseTouch(
    {
      landingUrl: stringOf(landingUrl),
      referrer: stringOf(referrer),
      landedMsAgo: numberOf(landedMsAgo),
      landingVariant: stringOf(variant),
    },
    { ...context, maxAgeMs: JOURNEY_LIMITS.ageMs },
  );
  return touch.landingUrl === null ? [] : [touch];
}

export function readView([path, msAgo, seconds, depth]: readonly unknown[], now: number): PageView[] {
  const page = pathOf(path);
  if (page === null) return [];
  return [
    {
      at: timeOf(msAgo, now),
      path: page,
      seconds: within(numberOf(seconds), DAY_SECONDS),
      depth: within(numberOf(depth), 100),
    },
  ];
}

export function readAct([name, path, msAgo, what]: readonly unknown[], now: number): Act[] {
  const page = pathOf(path);
  const type = ACT_TYPES.find((one) => one === name);
  if (page === null || type === undefined) return [];
  const words = redactText(scrubText((stringOf(what) ?? '').slice(0, MAX_WORDS_LENGTH)));
  return [{ at: timeOf(msAgo, now), type, path: page, what: words }];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The latest of a list of lists, as many as are kept. */
function listOf(sent: unknown, name: 'touches' | 'views' | 'acts'): (readonly unknown[])[] {
  if (typeof sent !== 'object' || sent === null) return [];
  const list = (sent as Record<string, unknown>)[name];
  if (!Array.isArray(list)) return [];
  const lists = list.filter((one): one is unknown[] => Array.isArray(one));
  const max = JOURNEY_LIMITS[name];
  // The first touch is never given up for a later one.
  return name === 'touches' && lists.length > max
    ? [...lists.slice(0, 1), ...lists.slice(1 - max)]
    : lists.slice(-max);
}

function pathOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const path = redactText(scrubText(value.slice(0, MAX_PATH_LENGTH)).replace(/[?#].*/, ''));
  return isLocalPath(path) && !isEdgePath(path) ? path : null;
}

function timeOf(msAgo: unknown, now: number): number {
  return now - within(numberOf(msAgo), JOURNEY_LIMITS.ageMs);
}

function within(value: number | undefined, max: number): number {
  return Math.round(Math.min(Math.max(value ?? 0, 0), max));
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function inOrder<T extends { readonly at: number }>(list: readonly T[]): readonly T[] {
  return list.toSorted((a, b) => a.at - b.at);
}

const DAY_SECONDS = 86_400;
const MAX_PATH_LENGTH = 300;
const MAX_WORDS_LENGTH = 120;
