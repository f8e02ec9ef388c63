import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Registrations with their contact, touch and consents, the outbox, and the tally of what came in. */
export const pool0001: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table term (
    id integer primary key,
    value text not null unique
  ) strict`,
  `create table contact (
    id integer primary key,
    created_at integer not null
  ) strict`,
  `create table identity (
    kind text not null,
    value blob not null check (length(value) = 16),
    contact_id integer not null references contact (id),
    primary key (kind, value)
  ) strict, without rowid`,
  `create table touch (
    id integer primary key,
    at integer not null,
    landing_url text,
    referrer text,
    source text,
    medium text,
    campaign text,
    utm_more text,
    click_ids text
  ) strict`,
  `create table registration (
    id integer primary key,
    public_id blob not null unique check (length(public_id) = 16),
    fingerprint blob not null check (length(fingerprint) = 16),
    at integer not null,
    status text not null check (status in ('accepted', 'quarantined')),
    reason text,
    released_at integer,
    contact_id integer not null references contact (id),
    touch_id integer not null references touch (id),
    form_id integer not null references term (id),
    entry_id integer not null references term (id),
    page_id integer not null references term (id),
    locale text not null,
    country text,
    region text,
    city text,
    answers blob not null
  ) strict`,
  `create index registration_contact on registration (contact_id)`,
  `create table consent_text (
    id integer primary key,
    purpose text not null,
    version text not null,
    locale text not null,
    text_hash text not null,
    unique (purpose, version, locale, text_hash)
  ) strict`,
  `create table consent (
    registration_id integer not null references registration (id),
    consent_text_id integer not null references consent_text (id),
    granted integer not null check (granted in (0, 1)),
    primary key (registration_id, consent_text_id)
  ) strict, without rowid`,
  `create table outbox (
    id integer primary key,
    registration_id integer not null references registration (id),
    topic text not null,
    state text not null check (state in ('pending', 'done', 'dead', 'unknown')),
    queued_at integer not null,
    first_claimed_at integer,
    due_at integer not null,
    lease integer not null default 0,
    attempts integer not null default 0,
    settled_at integer,
    note text
  ) strict`,
  `create index outbox_due on outbox (due_at) where state = 'pending'`,
  `create index outbox_registration on outbox (registration_id)`,
  `create table tally (
    day integer not null,
    outcome text not null check (outcome in ('received', 'accepted', 'quarantined', 'rejected', 'replayed')),
    reason text not null,
    n integer not null check (n >= 0),
    primary key (day, outcome, reason)
  ) strict, without rowid`,
];
