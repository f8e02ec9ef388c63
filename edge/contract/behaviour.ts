import type { ActType } from './journey.ts';

/** What a browser posts to `/api/events` of a visitor who registered and agreed to it: JSON as text/plain. */
export interface SentBehaviour {
  /** The token of their last registration. */
  readonly visitor: string;
  readonly events: readonly SentEvent[];
}

/**
 * Times are ms before the sending. The id is the browser's own: of one id there is one event however often it is sent; a
 * view may come again with more seconds and depth.
 */
export type SentEvent =
  | readonly ['visit', id: string, msAgo: number, landingUrl: string, referrer: string, variant: string]
  | readonly ['view', id: string, msAgo: number, path: string, seconds: number, depth: number]
  | readonly [type: ActType, id: string, msAgo: number, path: string, what: string];

/** More neither browser sends nor server takes. */
export const BEHAVIOUR_LIMITS = {
  /** Of one request. */
  events: 100,
  /** Of one request, in UTF-8. */
  bytes: 16_384,
  /** Of one registration, over all its life. */
  perRegistration: 5000,
} as const;

/** What a page with a gate posts to `/api/known`: JSON as text/plain. */
export interface KnownBody {
  readonly visitor: string;
  readonly form: string;
  readonly entry: string;
  readonly locale: string;
  readonly page: string;
  readonly variant?: string | undefined;
}
