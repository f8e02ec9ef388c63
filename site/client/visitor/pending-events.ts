import { BEHAVIOUR_LIMITS, type SentEvent } from '../../../edge/contract/behaviour.ts';
import type { KeptJourney } from '../journey/kept-journey.ts';
import type { KeptVisitor } from './kept-visitor.ts';

/** An event the server does not have, or not in this state. */
export interface PendingEvent {
  readonly id: string;
  readonly state: number;
  readonly at: number;
  readonly event: SentEvent;
}

/** More of an address nobody keeps. */
const MAX_URL_LENGTH = 2048;
/** For the token, and what is around the events. */
const ROOM_BYTES = 1500;

/**
 * What of the kept journey is still to be sent, oldest first, and no more than one request takes. The journey is the
 * queue: it outlives the page, is shared by tabs, and is bounded. An id follows from its event, so that two tabs send the
 * same one.
 */
export function pendingEvents(
  { visits, views, acts }: Pick<KeptJourney, 'visits' | 'views' | 'acts'>,
  { visitor, now }: { visitor: KeptVisitor; now: number },
): readonly PendingEvent[] {
  const ago = (at: number): number => now - at;
  const all: PendingEvent[] = [
    ...visits
      .filter(({ landedAt }) => landedAt > visitor.at)
      .map(({ landedAt, landingUrl, referrer, variant }) => {
        const id = idOf(landedAt, `visit ${landingUrl}`);
        const [url, from] = [landingUrl, referrer].map((text) => text.slice(0, MAX_URL_LENGTH));
        const event: SentEvent = ['visit', id, ago(landedAt), url ?? '', from ?? '', variant];
        return { id, state: 1, at: landedAt, event };
      }),
    ...views
      .filter(({ at }) => at >= visitor.viewsFrom)
      .map(({ at, path, seconds, depth }) => {
        const id = idOf(at, `view ${path}`);
        const event: SentEvent = ['view', id, ago(at), path, seconds, depth];
        return { id, state: seconds * 101 + depth, at, event };
      }),
    ...acts
      .filter(({ at }) => at > visitor.at)
      .map(({ at, type, path, what }) => {
        const id = idOf(at, [type, path, what].join(' '));
        return { id, state: 1, at, event: [type, id, ago(at), path, what] as const };
      }),
  ];
  const waiting = all.filter(({ id, state }) => visitor.sent[id] !== state).toSorted((a, b) => a.at - b.at);
  return firstRequest(waiting);
}

/** The visitor with `events` noted as sent; what the journey has let go of is forgotten here, too. */
export function noteSent(
  visitor: KeptVisitor,
  { events, known }: { events: readonly PendingEvent[]; known: number },
): KeptVisitor {
  const sent = Object.entries(visitor.sent).slice(-known);
  return {
    ...visitor,
    sent: Object.fromEntries([...sent, ...events.map(({ id, state }) => [id, state] as const)]),
  };
}

function firstRequest(events: readonly PendingEvent[]): readonly PendingEvent[] {
  let bytes = ROOM_BYTES;
  const end = events.slice(0, BEHAVIOUR_LIMITS.events).findIndex(({ event }) => {
    bytes += new TextEncoder().encode(JSON.stringify(event)).length + 1;
    return bytes > BEHAVIOUR_LIMITS.bytes;
  });
  return events.slice(0, end < 0 ? BEHAVIOUR_LIMITS.events : end);
}

/** In the order of time, in which the server stores them side by side; FNV-1a tells apart what is of the same ms. */
function idOf(at: number, text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return `${at.toString(36)}.${(hash >>> 0).toString(36)}`;
}
