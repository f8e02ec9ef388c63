import { BEHAVIOUR_LIMITS } from '../../contract/behaviour.ts';
import { JOURNEY_LIMITS } from '../../contract/journey.ts';
import type { BehaviourEvent } from '../ports/behaviour-event.ts';
import { parseTouch, type TouchContext } from '../source/parse-touch.ts';
import { numberOf, readAct, readView, stringOf } from './parse-journey.ts';

/** Reads what a browser tells of a known visitor. Whatever is not of the right shape is left out. */
export function parseEvents(sent: unknown, context: TouchContext): BehaviourEvent[] {
  if (!Array.isArray(sent)) return [];
  return sent
    .slice(0, BEHAVIOUR_LIMITS.events)
    .flatMap((event: unknown) => (Array.isArray(event) ? readEvent(event, context) : []));
}

function readEvent(
  [type, id, msAgo, ...rest]: readonly unknown[],
  context: TouchContext,
): readonly BehaviourEvent[] {
  if (typeof id !== 'string' || !EVENT_ID.test(id) || numberOf(msAgo) === undefined) return [];
  if (type === 'visit') return readVisit(id, [msAgo, ...rest], context);
  const [path, ...more] = rest;
  if (type !== 'view')
    return readAct([type, path, msAgo, ...more], context.now).map((act) => ({ id, ...act }));
  return readView([path, msAgo, ...more], context.now).map((view) => ({ type, id, ...view }));
}

function readVisit(
  id: string,
  [msAgo, landingUrl, referrer, variant]: readonly unknown[],
  context: TouchContext,
): readonly BehaviourEvent[] {
  const touch = parseTouch(
    {
      landingUrl: stringOf(landingUrl),
      referrer: stringOf(referrer),
      landedMsAgo: numberOf(msAgo),
      landingVariant: stringOf(variant),
    },
    { ...context, maxAgeMs: JOURNEY_LIMITS.ageMs },
  );
  return touch.landingUrl === null ? [] : [{ type: 'visit', id, touch }];
}

const EVENT_ID = /^[a-z0-9.-]{1,24}$/;
