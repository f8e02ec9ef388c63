import { type Kysely, sql } from 'kysely';
import type { Journey } from '../contract/journey.ts';
import type { VariantId } from '../contract/variants.ts';
import type { OutboxTopic } from '../core/ports/outbox-topic.ts';
import type { StoredRegistration } from '../core/ports/pool.ts';
import { encodeRegistrationId } from '../core/ports/registration-id.ts';
import { idRange } from './id-range.ts';
import { outboxIds } from './outbox-ids.ts';
import { readBehaviour } from './read-behaviour.ts';
import type { DeliverySummary, PoolCounts, PoolReader, RegistrationDetails } from './pool-reader.ts';
import type { OutboxState, PoolSchema } from './schema.ts';
import { toAttribution, toRegistration } from './to-registration.ts';

/** The read side of any SQL pool. */
export function createPoolReader(db: Kysely<PoolSchema>): PoolReader {
  return {
    async list({ limit, status }) {
      let query = selectSummaries(db).orderBy('r.id', 'desc').limit(limit);
      if (status !== undefined) query = query.where('r.status', '=', status);
      return (await query.execute()).map((row) => ({
        id: encodeRegistrationId(row.public_id),
        at: row.at,
        status: row.status,
        reason: row.reason,
        form: row.form,
        entry: row.entry,
        locale: row.locale,
        variant: row.variant,
        attribution: toAttribution(row),
        landingUrl: row.landing_url,
        referrer: row.referrer,
        country: row.country,
      }));
    },
    async matchIds(prefix, limit) {
      const range = idRange(prefix);
      if (range === null) return [];
      const rows = await db
        .selectFrom('registration')
        .select('public_id')
        .where('public_id', '>=', range.from)
        .where('public_id', '<=', range.to)
        .orderBy('public_id')
        .limit(limit)
        .execute();
      return rows.map((row) => encodeRegistrationId(row.public_id));
    },
    details: (id) => readDetails(db, id),
    pages: (pageSize) => readPages(db, pageSize),
    counts: () => readCounts(db),
    async deliveries({ states, limit }) {
      const rows = await selectDeliveries(db)
        .where('o.state', 'in', [...states])
        .orderBy('o.id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toDelivery);
    },
  };
}

async function readDetails(db: Kysely<PoolSchema>, id: string): Promise<RegistrationDetails | null> {
  const publicId = idRange(id)?.from;
  if (publicId === undefined) return null;
  const row = await selectRegistrations(db)
    .select(['r.contact_id', 'r.released_at'])
    .where('r.public_id', '=', publicId)
    .executeTakeFirst();
  if (!row) return null;
  const { first, last } = outboxIds(row.row_id);
  const deliveries = await selectDeliveries(db)
    .where('o.id', '>=', first)
    .where('o.id', '<=', last)
    .orderBy('o.id')
    .execute();
  const former = await selectFormer(db).where('f.registration_id', '=', row.row_id).execute();
  const journey = await db
    .selectFrom('journey')
    .select('contents')
    .where('registration_id', '=', row.row_id)
    .executeTakeFirst();
  const contact = row.contact_id ?? row.row_id;
  const siblings = await db
    .selectFrom('registration')
    .select('public_id')
    .where((eb) => eb.or([eb('id', '=', contact), eb('contact_id', '=', contact)]))
    .where('id', '<>', row.row_id)
    .orderBy('id')
    .execute();
  return {
    registration: toRegistration(row),
    releasedAt: row.released_at,
    journey: journey ? (JSON.parse(journey.contents) as Journey) : null,
    behaviour: await readBehaviour(db, row.row_id),
    formerAttributions: former.map(({ replaced_at, ...rest }) => ({
      attribution: toAttribution(rest),
      replacedAt: replaced_at,
    })),
    siblings: siblings.map((sibling) => encodeRegistrationId(sibling.public_id)),
    deliveries: deliveries.map(toDelivery),
  };
}

async function* readPages(db: Kysely<PoolSchema>, pageSize: number): AsyncGenerator<StoredRegistration[]> {
  let last = 0;
  for (;;) {
    const rows = await selectRegistrations(db)
      .where('r.id', '>', last)
      .orderBy('r.id')
      .limit(pageSize)
      .execute();
    if (rows.length === 0) return;
    last = rows.at(-1)?.row_id ?? last;
    yield rows.map(toRegistration);
  }
}

function readCounts(db: Kysely<PoolSchema>): Promise<PoolCounts> {
  return db.transaction().execute(async (snapshot) => {
    const tally = await snapshot
      .selectFrom('tally')
      .select(['outcome', 'reason', (eb) => eb.fn.sum<number | string>('n').as('n')])
      .groupBy(['outcome', 'reason'])
      .orderBy('outcome')
      .orderBy('reason')
      .execute();
    const registrations = await snapshot
      .selectFrom('registration')
      .select(['status as key', countAll])
      .groupBy('status')
      .execute();
    const variants = await snapshot
      .selectFrom('registration as r')
      .innerJoin('term as entry', 'entry.id', 'r.entry_id')
      .select(['entry.value as entry', 'r.variant', 'r.status', countAll])
      .where('r.variant', 'is not', null)
      .groupBy(['entry.value', 'r.variant', 'r.status'])
      .orderBy('entry.value')
      .orderBy('r.variant')
      .orderBy('r.status')
      .$narrowType<{ variant: VariantId }>()
      .execute();
    const outbox = await snapshot
      .selectFrom('outbox')
      .select(['state as key', countAll])
      .groupBy('state')
      .execute();
    const apart = await snapshot
      .selectFrom('counted_apart')
      .select(['what', 'why', (eb) => eb.fn.sum<number | string>('n').as('n')])
      .groupBy(['what', 'why'])
      .orderBy('what')
      .orderBy('why')
      .execute();
    return {
      apart: apart.map(({ n, ...row }) => ({ ...row, n: Number(n) })),
      tally: tally.filter(({ n }) => Number(n) > 0).map(({ n, ...row }) => ({ ...row, n: Number(n) })),
      registrations: { accepted: 0, quarantined: 0, ...byKey(registrations) },
      variants: variants.map(({ n, ...row }) => ({ ...row, n: Number(n) })),
      outbox: { pending: 0, done: 0, dead: 0, unknown: 0, ...byKey(outbox) },
    };
  });
}

/** PostgreSQL hands out its 64-bit counts as text. */
const countAll = sql<number | string>`count(*)`.as('n');

function byKey(rows: readonly { key: string; n: number | string }[]): Record<string, number> {
  return Object.fromEntries(rows.map(({ key, n }) => [key, Number(n)]));
}

function selectSummaries(db: Kysely<PoolSchema>) {
  return db
    .selectFrom('registration as r')
    .innerJoin('term as form', 'form.id', 'r.form_id')
    .innerJoin('term as entry', 'entry.id', 'r.entry_id')
    .innerJoin('attribution as a', 'a.id', 'r.attribution_id')
    .select([
      'r.public_id',
      'r.at',
      'r.status',
      'r.reason',
      'form.value as form',
      'entry.value as entry',
      'r.locale',
      'r.variant',
    ])
    .select([...ATTRIBUTION, 'r.landing_url', 'r.referrer', 'r.country']);
}

function selectRegistrations(db: Kysely<PoolSchema>) {
  return db
    .selectFrom('registration as r')
    .innerJoin('term as form', 'form.id', 'r.form_id')
    .innerJoin('term as entry', 'entry.id', 'r.entry_id')
    .innerJoin('term as page', 'page.id', 'r.page_id')
    .innerJoin('consent_set as consents', 'consents.id', 'r.consent_set_id')
    .innerJoin('attribution as a', 'a.id', 'r.attribution_id')
    .leftJoin('term as app', 'app.id', 'r.app_id')
    .select([
      'r.id as row_id',
      'r.public_id',
      'r.at',
      'r.status',
      'r.reason',
      'r.locale',
      'r.answers',
      'r.variant',
    ])
    .select([
      'form.value as form',
      'entry.value as entry',
      'page.value as page',
      'consents.records as consents',
      'r.country',
      'r.region',
      'r.city',
    ])
    .select(['r.landed_at', 'r.landing_url', 'r.referrer', 'r.source', 'r.medium', 'r.campaign'])
    .select([
      ...ATTRIBUTION,
      'app.value as app',
      'r.utm_more',
      'r.click_ids',
      'r.landing_variant',
      'r.chosen_at',
    ]);
}

function selectFormer(db: Kysely<PoolSchema>) {
  return db
    .selectFrom('former_attribution as f')
    .innerJoin('attribution as a', 'a.id', 'f.attribution_id')
    .select([...ATTRIBUTION, 'f.replaced_at'])
    .orderBy('f.replaced_at', 'desc');
}

/** As `toAttribution` takes it. */
const ATTRIBUTION = [
  'a.source as by_source',
  'a.medium as by_medium',
  'a.campaign as by_campaign',
  'a.channel',
  'a.rule',
  'a.rules_version',
] as const;

function selectDeliveries(db: Kysely<PoolSchema>) {
  return db
    .selectFrom('outbox as o')
    .innerJoin('registration as r', 'r.id', 'o.registration_id')
    .select(['o.id', 'r.public_id', 'o.topic', 'o.state', 'o.queued_at', 'o.due_at'])
    .select(['o.attempts', 'o.settled_at', 'o.note']);
}

function toDelivery(row: DeliveryRow): DeliverySummary {
  return {
    outboxId: row.id,
    registrationId: encodeRegistrationId(row.public_id),
    topic: row.topic,
    state: row.state,
    queuedAt: row.queued_at,
    dueAt: row.due_at,
    attempts: row.attempts,
    settledAt: row.settled_at,
    note: row.note,
  };
}

interface DeliveryRow {
  readonly id: number;
  readonly public_id: Uint8Array;
  readonly topic: OutboxTopic;
  readonly state: OutboxState;
  readonly queued_at: number;
  readonly due_at: number;
  readonly attempts: number;
  readonly settled_at: number | null;
  readonly note: string | null;
}
