import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Registrations with the touch they came by, their identities and consents, the outbox, and the tally of what came in. */
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
  `create table consent_set (
    id integer primary key,
    records text not null unique check (json_valid(records))
  ) strict`,
  `create table attribution (
    id integer primary key,
    rules_version text not null,
    channel text not null,
    rule text not null,
    source text not null,
    medium text not null,
    campaign text not null,
    unique (source, medium, campaign, channel, rule, rules_version)
  ) strict`,
  `create table registration (
    id integer primary key,
    public_id blob not null unique check (length(public_id) = 16),
    fingerprint blob not null check (length(fingerprint) = 16),
    at integer not null,
    status text not null check (status in ('accepted', 'quarantined')),
    reason text,
    released_at integer,
    contact_id integer references registration (id),
    form_id integer not null references term (id),
    entry_id integer not null references term (id),
    page_id integer not null references term (id),
    variant text,
    consent_set_id integer not null references consent_set (id),
    attribution_id integer not null references attribution (id),
    locale text not null,
    country text,
    region text,
    city text,
    landed_at integer not null,
    landing_url text,
    referrer text,
    app_id integer references term (id),
    source text,
    medium text,
    campaign text,
    utm_more text,
    click_ids text,
    landing_variant text,
    answers blob not null
  ) strict`,
  `create index registration_contact on registration (contact_id) where contact_id is not null`,
  `create table former_attribution (
    registration_id integer not null references registration (id),
    attribution_id integer not null references attribution (id),
    replaced_at integer not null,
    primary key (registration_id, replaced_at, attribution_id)
  ) strict, without rowid`,
  `create table identity (
    kind text not null,
    value blob not null check (length(value) = 16),
    contact_id integer not null references registration (id),
    primary key (kind, value)
  ) strict, without rowid`,
  // The id begins with the registration's, so that no index is needed to find what belongs to one.
  `create table outbox (
    id integer primary key check (id / 100000 = registration_id),
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
  `create table tally (
    day integer not null,
    outcome text not null check (outcome in ('received', 'accepted', 'quarantined', 'rejected', 'replayed')),
    reason text not null,
    n integer not null check (n >= 0),
    primary key (day, outcome, reason)
  ) strict, without rowid`,
];
