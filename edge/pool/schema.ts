import type { Generated } from 'kysely';
import type { ActType } from '../contract/journey.ts';
import type { Locale } from '../contract/locale.ts';
import type { VariantId } from '../contract/variants.ts';
import type { OutboxTopic } from '../core/ports/outbox-topic.ts';
import type { CountApart, IdentityKey, QuarantineReason, RegistrationStatus } from '../core/ports/pool.ts';

/** The pool's tables as every SQL driver has them. Times are ms since the epoch, ids inside are integers. */
export interface PoolSchema {
  /** Interned strings: forms, entries, pages. */
  readonly term: { id: Generated<number>; value: string };
  /** Whose an identity is. A contact has the id of its first registration. */
  readonly identity: { kind: IdentityKey['kind']; value: Uint8Array; contact_id: number };
  readonly registration: RegistrationTable;
  /** Interned: what channel rules made of a touch. `campaign` is '' where there is none. */
  readonly attribution: AttributionTable;
  /** What earlier rules made of the touch of a registration, until `replaced_at`. */
  readonly former_attribution: { registration_id: number; attribution_id: number; replaced_at: number };
  /** Interned: what was agreed and refused together, and the texts shown. JSON of `ConsentRecord[]`. */
  readonly consent_set: { id: Generated<number>; records: string };
  /** JSON of a `Journey`. */
  readonly journey: { registration_id: number; contents: string };
  readonly event: EventTable;
  readonly outbox: OutboxTable;
  /** What came in, per UTC day: `day` is days since the epoch, `reason` is '' where there is none. */
  readonly tally: { day: number; outcome: TallyOutcome; reason: string; n: number };
  /** What is no part of that, per UTC day. */
  readonly counted_apart: { day: number; what: CountApart['what']; why: CountApart['why']; n: number };
}

/** received = accepted + quarantined + rejected; replayed counts apart. */
export type TallyOutcome = 'received' | 'accepted' | 'quarantined' | 'rejected' | 'replayed';

export type OutboxState = 'pending' | 'done' | 'dead' | 'unknown';

/** The touch that a registration came by. */
export interface TouchColumns {
  landed_at: number;
  landing_url: string | null;
  referrer: string | null;
  /** The in-app browser. */
  app_id: number | null;
  source: string | null;
  medium: string | null;
  campaign: string | null;
  /** The other UTM parameters, JSON. */
  utm_more: string | null;
  /** JSON. */
  click_ids: string | null;
  landing_variant: VariantId | null;
}

export interface AttributionTable {
  id: Generated<number>;
  rules_version: string;
  channel: string;
  rule: string;
  source: string;
  medium: string;
  campaign: string;
}

export interface RegistrationTable extends TouchColumns {
  id: Generated<number>;
  /** The 16 bytes of the public id. */
  public_id: Uint8Array;
  fingerprint: Uint8Array;
  at: number;
  status: RegistrationStatus;
  /** Why it was quarantined; stays when it is released. */
  reason: QuarantineReason | null;
  released_at: number | null;
  /** The contact it belongs to; null for a contact's first registration, which is the contact. */
  contact_id: number | null;
  form_id: number;
  entry_id: number;
  page_id: number;
  /** Of the page that held the form. */
  variant: VariantId | null;
  consent_set_id: number;
  /** When the choice for the site was made; null where there is none. */
  chosen_at: number | null;
  attribution_id: number;
  locale: Locale;
  country: string | null;
  region: string | null;
  city: string | null;
  /** Encrypted envelope. */
  answers: Uint8Array;
}

/** What a visitor did after they registered; by registration and id. */
export interface EventTable {
  registration_id: number;
  id: string;
  at: number;
  type: 'visit' | 'view' | ActType;
  /** Of a visit null. */
  path_id: number | null;
  /** Of views. */
  seconds: number | null;
  depth: number | null;
  /** Of an act its words, of a visit JSON of its `Touch`. */
  what: string | null;
}

export interface OutboxTable {
  /** In the range that `outboxIds` gives the registration. */
  id: number;
  registration_id: number;
  topic: OutboxTopic;
  state: OutboxState;
  queued_at: number;
  first_claimed_at: number | null;
  /** When it may be claimed; while it is claimed, when the lease ends. */
  due_at: number;
  /** Fencing token: grows with every claim and every outcome. */
  lease: number;
  /** Claims so far. */
  attempts: number;
  settled_at: number | null;
  /** The destination's receipt, or why it failed. */
  note: string | null;
}
