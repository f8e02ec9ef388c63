import { BEHAVIOUR_LIMITS } from '../../contract/behaviour.ts';
import type { BehaviourEvent } from '../ports/behaviour-event.ts';
import type { TouchContext } from '../source/parse-touch.ts';
import { numberOf, readAct, readTouch, readView } from './parse-journey.ts';

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
  if (type === 'visit') {
    const [landingUrl, referrer, variant] = rest;
    return readTouch([landingUrl, referrer, msAgo, variant], context).map((touch) => ({ type, id, touch }));
  }
  const [path, ...more] = rest;
  if (type !== 'view')
    return readAct([type, path, msAgo, ...more], context.now).map((act) => ({ id, ...act }));
  return readView([path, msAgo, ...more], context.now).map((view) => ({ type, id, ...view }));
}

const EVENT_ID = /^[a-z0-9.-]{1,24}$/;
