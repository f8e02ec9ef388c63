import type { Attribution } from '../contract/channels/attribution.ts';
import type { Journey } from '../contract/journey.ts';
import type { Locale } from '../contract/locale.ts';
import type { VariantId } from '../contract/variants.ts';
import type { OutboxTopic } from '../core/ports/outbox-topic.ts';
import type {
  CountApart,
  QuarantineReason,
  RegistrationStatus,
  StoredRegistration,
} from '../core/ports/pool.ts';
import type { OutboxState, TallyOutcome } from './schema.ts';

/** What people and reports read of a pool. Never writes. */
export interface PoolReader {
  /** Newest first. */
  list(filter: { limit: number; status?: RegistrationStatus | undefined }): Promise<RegistrationSummary[]>;
  /** Ids that begin with `prefix`, at most `limit` of them. */
  matchIds(prefix: string, limit: number): Promise<string[]>;
  details(id: string): Promise<RegistrationDetails | null>;
  /** Every registration, oldest first, in pages; each page is read when it is asked for. */
  pages(pageSize: number): AsyncGenerator<StoredRegistration[]>;
  /** Tally and rows as of one moment. */
  counts(): Promise<PoolCounts>;
  /** Newest first. */
  deliveries(filter: { states: readonly OutboxState[]; limit: number }): Promise<DeliverySummary[]>;
}

export interface RegistrationSummary {
  readonly id: string;
  readonly at: number;
  readonly status: RegistrationStatus;
  readonly reason: QuarantineReason | null;
  readonly form: string;
  readonly entry: string;
  readonly locale: Locale;
  readonly attribution: Attribution;
  readonly variant: VariantId | null;
  readonly landingUrl: string | null;
  readonly referrer: string | null;
  readonly country: string | null;
}

export interface RegistrationDetails {
  readonly registration: StoredRegistration;
  readonly releasedAt: number | null;
  /** What the visitor did before, if they agreed to it. */
  readonly journey: Journey | null;
  /** What they did afterwards; empty where they did not agree to it, or did nothing. */
  readonly behaviour: Journey;
  /** What earlier channel rules made of its touch, latest first. */
  readonly formerAttributions: readonly FormerAttribution[];
  /** Other registrations of the same contact, oldest first. */
  readonly siblings: readonly string[];
  readonly deliveries: readonly DeliverySummary[];
}

export interface FormerAttribution {
  readonly attribution: Attribution;
  readonly replacedAt: number;
}

export interface DeliverySummary {
  readonly outboxId: number;
  readonly registrationId: string;
  readonly topic: OutboxTopic;
  readonly state: OutboxState;
  readonly queuedAt: number;
  readonly dueAt: number;
  readonly attempts: number;
  readonly settledAt: number | null;
  /** The destination's receipt, or why it failed. */
  readonly note: string | null;
}

export interface PoolCounts {
  /** No part of the tally. */
  readonly apart: readonly (Omit<CountApart, 'at'> & { readonly n: number })[];
  readonly tally: readonly { readonly outcome: TallyOutcome; readonly reason: string; readonly n: number }[];
  readonly registrations: Readonly<Record<RegistrationStatus, number>>;
  /** Registrations by the version of the page they came from; those of pages on which nothing was tried are left out. */
  readonly variants: readonly VariantCount[];
  readonly outbox: Readonly<Record<OutboxState, number>>;
}

export interface VariantCount {
  readonly entry: string;
  readonly variant: VariantId;
  readonly status: RegistrationStatus;
  readonly n: number;
}
