import type { SentBehaviour } from '../../../edge/contract/behaviour.ts';
import { JOURNEY_LIMITS } from '../../../edge/contract/journey.ts';
import { ROUTES } from '../../../edge/contract/routes.ts';
import { keptIn } from '../journey/kept-journey.ts';
import type { Store } from '../privacy/privacy-choice.ts';
import { findVisitor, writeVisitor } from './kept-visitor.ts';
import { noteSent, pendingEvents, type PendingEvent } from './pending-events.ts';

export interface Sending {
  readonly store: Store | null;
  readonly now: () => number;
  readonly random: () => number;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly delay: (task: () => void, ms: number) => unknown;
  /** The server does not know the token any more. */
  readonly onUnknown: () => void;
}

/** Sends what the server does not have yet. */
export interface BehaviourSender {
  /** Nothing happens while one is under way, or the server asked to wait. */
  send(): Promise<void>;
  /** The network is back: waits no longer. */
  sendNow(): Promise<void>;
  /** When what waits longest was done; null where nothing waits. */
  waitingSince(): number | null;
}

const BASE_WAIT_MS = 2000;
const MAX_WAIT_MS = 300_000;
/** More than a journey holds. */
const MAX_NOTED = JOURNEY_LIMITS.touches + JOURNEY_LIMITS.views + JOURNEY_LIMITS.acts;

export function createBehaviourSender(sending: Sending): BehaviourSender {
  const { store, now, random, fetch, delay, onUnknown } = sending;
  let isUnderWay = false;
  let failures = 0;
  let notBefore = 0;

  function pending(): { token: string; events: readonly PendingEvent[] } | null {
    const visitor = findVisitor(store);
    if (!visitor) return null;
    const events = pendingEvents(keptIn(store), { visitor, now: now() });
    return events.length > 0 ? { token: visitor.token, events } : null;
  }

  async function send(): Promise<void> {
    const batch = isUnderWay || now() < notBefore ? null : pending();
    if (!batch) return;
    isUnderWay = true;
    const response = await post(fetch, {
      visitor: batch.token,
      events: batch.events.map(({ event }) => event),
    });
    isUnderWay = false;
    if (response?.status === 401) return onUnknown();
    if (!response || isPassing(response.status)) return wait(response);
    failures = 0;
    // What the server will never take is not sent again either.
    note(batch);
    return send();
  }

  /** Full jitter, so that pages that failed together do not come back together. */
  function wait(response: Response | null): void {
    failures += 1;
    const longest = Math.min(BASE_WAIT_MS * 2 ** failures, MAX_WAIT_MS);
    const asked = (Number(response?.headers.get('retry-after')) || 0) * 1000;
    const ms = Math.min(asked, MAX_WAIT_MS) + random() * longest;
    notBefore = now() + ms;
    delay(() => void send(), ms);
  }

  /** Another registration may have come through in the meantime. */
  function note({ token, events }: { token: string; events: readonly PendingEvent[] }): void {
    const visitor = findVisitor(store);
    if (visitor?.token === token) writeVisitor(store, noteSent(visitor, { events, known: MAX_NOTED }));
  }

  return {
    send,
    sendNow() {
      notBefore = 0;
      return send();
    },
    waitingSince: () => pending()?.events[0]?.at ?? null,
  };
}

/** Null without an answer. The request outlives the page. */
async function post(fetch: Sending['fetch'], behaviour: SentBehaviour): Promise<Response | null> {
  try {
    return await fetch(ROUTES.events, {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'text/plain;charset=utf-8' },
      body: JSON.stringify(behaviour),
    });
  } catch {
    return null;
  }
}

function isPassing(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}
