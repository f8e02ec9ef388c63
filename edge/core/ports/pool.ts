import type { Attribution } from '../../contract/channels/attribution.ts';
import type { Locale } from '../../contract/locale.ts';
import type { ConsentRecord } from '../../contract/registration.ts';
import type { Geo, Touch } from '../../contract/touch.ts';
import type { VariantId } from '../../contract/variants.ts';
import type { BehaviourEvent } from './behaviour-event.ts';
import type { OutboxTopic } from './outbox-topic.ts';

/**
 * Where registrations live. Personal data arrives encrypted: a driver stores bytes and blind indexes and can
 * read neither.
 */
export interface Pool {
  /**
   * Stores one registration with its contact, touch, consents and outbox rows, all or nothing, and resolves
   * only after the commit is durable. Counts it too: a new one as received and accepted or quarantined, a
   * mismatch as received and rejected `idempotency_mismatch`, a replay apart.
   * @throws {PoolUnavailable}
   */
  capture(capture: Capture): Promise<CaptureResult>;
  /** Counts a submission that was refused before it came to `capture`. @throws {PoolUnavailable} */
  reject(rejection: Rejection): Promise<void>;
  /** @throws {PoolUnavailable} */
  findRegistration(id: string): Promise<StoredRegistration | null>;
  /**
   * Queues the download mail of a registration once more, unless one went out or waits from the last
   * `minGapMs`, or `maxPerDay` did within 24 hours. A quarantined registration is `unknown` here.
   * @throws {PoolUnavailable}
   */
  requestDownloadMail(request: DownloadMailRequest): Promise<'queued' | 'limited' | 'unknown'>;
  /**
   * Adds to a registration what its visitor did afterwards, and resolves only after the commit is durable. Of one event
   * there is one row: of a view that comes again the larger figures stay, whatever the order. What is beyond
   * `maxEvents` of the registration is left out and counted apart.
   * @throws {PoolUnavailable}
   */
  recordBehaviour(batch: BehaviourBatch): Promise<'stored' | 'unknown'>;
  /** Counts what no person did, or what was too much to keep. @throws {PoolUnavailable} */
  countApart(count: CountApart): Promise<void>;
  /** Resolves when the pool can write. @throws {PoolUnavailable} */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The pool can't take a write now; nothing was stored. */
export class PoolUnavailable extends Error {
  override readonly name = 'PoolUnavailable';
  readonly reason: 'full' | 'busy' | 'unreachable';
  constructor(reason: 'full' | 'busy' | 'unreachable', options?: ErrorOptions) {
    super(`the pool is ${reason}`, options);
    this.reason = reason;
  }
}

export interface Capture {
  /** The registration's public id of `encodeRegistrationId`, derived from the idempotency key. Unique. */
  readonly id: string;
  /** A second id under which the same submission may already be stored (no-JavaScript keys roll over at midnight). */
  readonly previousId?: string | undefined;
  /** 16 bytes over the submission's contents: the same key with another fingerprint is a mismatch. */
  readonly fingerprint: Uint8Array;
  readonly at: number;
  readonly status: RegistrationStatus;
  /** Why it is, or was, quarantined: it stays after a release. */
  readonly reason: QuarantineReason | null;
  readonly identities: readonly IdentityKey[];
  readonly form: string;
  readonly entry: string;
  readonly locale: Locale;
  /** The envelope of `sealAnswers`. */
  readonly answers: Uint8Array;
  readonly consents: readonly ConsentRecord[];
  /** When the visitor made the choice for the site that is among the consents; null where there is none. */
  readonly chosenAt: number | null;
  readonly touch: Touch;
  /** What the rules of now make of the touch. */
  readonly attribution: Attribution;
  /** JSON of a `Journey`; null where the visitor did not agree to it. */
  readonly journey: string | null;
  readonly geo: Geo | null;
  /** Origin-relative path of the page that held the form. */
  readonly page: string;
  /** The version of the page that held the form; null where nothing was tried. */
  readonly variant: VariantId | null;
  /** What to deliver; empty for a quarantined registration. */
  readonly outbox: readonly OutboxTopic[];
}

export type RegistrationStatus = 'accepted' | 'quarantined';
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];

/** `robot`: the browser says itself that it is none of a person. */
export const QUARANTINE_REASONS = ['honeypot', 'too_fast', 'robot'] as const;

export interface BehaviourBatch {
  /** The registration's public id. */
  readonly registration: string;
  readonly at: number;
  readonly events: readonly BehaviourEvent[];
  /** Of one registration, over all its life. */
  readonly maxEvents: number;
}

/** Asked for by whoever is no person, or too much of it. */
export interface CountApart {
  readonly what: (typeof APART)[number];
  readonly why: (typeof APART_REASONS)[number];
  readonly at: number;
}

export const APART = ['events', 'known', 'download'] as const;
export const APART_REASONS = ['bot', 'preview', 'prefetch', 'too_many'] as const;

/** Finds a contact without telling who it is. */
export interface IdentityKey {
  readonly kind: 'email' | 'mobile';
  /** 16 bytes of a keyed hash of the normalised value. */
  readonly index: Uint8Array;
}

export type CaptureResult =
  | { readonly outcome: 'created' | 'replayed'; readonly id: string; readonly status: RegistrationStatus }
  | { readonly outcome: 'mismatch' };

export interface Rejection {
  /** A problem code. */
  readonly reason: string;
  readonly at: number;
}

export interface DownloadMailRequest {
  readonly id: string;
  readonly at: number;
  readonly minGapMs: number;
  readonly maxPerDay: number;
}

export interface StoredRegistration {
  readonly id: string;
  readonly at: number;
  readonly status: RegistrationStatus;
  readonly reason: QuarantineReason | null;
  readonly form: string;
  readonly entry: string;
  readonly locale: Locale;
  readonly answers: Uint8Array;
  readonly consents: readonly ConsentRecord[];
  readonly chosenAt: number | null;
  readonly touch: Touch;
  /** By the rules of its capture, or of the last time it was derived anew. */
  readonly attribution: Attribution;
  readonly geo: Geo | null;
  readonly page: string;
  readonly variant: VariantId | null;
}
