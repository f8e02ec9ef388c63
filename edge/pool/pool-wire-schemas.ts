import * as z from 'zod';
import { BEHAVIOUR_LIMITS } from '../contract/behaviour.ts';
import { ACT_TYPES } from '../contract/journey.ts';
import { CLICK_IDS, UTM_PARAMETERS } from '../contract/touch.ts';
import { VARIANT_IDS } from '../contract/variants.ts';
import { OUTBOX_TOPICS } from '../core/ports/outbox-topic.ts';
import {
  APART,
  APART_REASONS,
  QUARANTINE_REASONS,
  type BehaviourBatch,
  type Capture,
  type CountApart,
  type DownloadMailRequest,
  type Rejection,
} from '../core/ports/pool.ts';
import { decodeRegistrationId } from '../core/ports/registration-id.ts';

const bytes = z.instanceof(Uint8Array);
const bytes16 = bytes.refine((value) => value.length === 16);
const time = z.int().nonnegative();
const locale = z.enum(['zh', 'en']);
const variant = z.enum(VARIANT_IDS).nullable();
const url = z.string().max(16_384).nullable();

const id = z.string().refine((value) => decodeRegistrationId(value) !== null);

/** An id to look for; one that can't be ours is simply not found. */
export const LookupSchema: z.ZodType<string> = z.string().max(64);

export const RejectionSchema: z.ZodType<Rejection> = z.strictObject({
  reason: z.string().regex(/^[a-z_]{1,64}$/),
  at: time,
});

export const DownloadMailRequestSchema: z.ZodType<DownloadMailRequest> = z.strictObject({
  id: LookupSchema,
  at: time,
  minGapMs: time,
  maxPerDay: time,
});

const ConsentSchema = z.strictObject({
  purpose: z.string().max(100),
  granted: z.boolean(),
  version: z.string().max(100),
  textHash: z.string().max(100),
  locale,
  from: id.optional(),
  basis: z.enum(['opt-out', 'off']).optional(),
});

const TouchSchema = z.strictObject({
  at: time,
  landingUrl: url,
  referrer: url,
  app: z.string().max(100).optional(),
  utm: z.partialRecord(z.enum(UTM_PARAMETERS), z.string().max(16_384)),
  clickIds: z.partialRecord(z.enum(CLICK_IDS), z.string().max(16_384)),
  variant,
});

const name = z.string().max(16_384);

const AttributionSchema = z.strictObject({
  source: name,
  medium: name,
  campaign: name.nullable(),
  channel: z.string().max(100),
  rule: z.string().max(200),
  rulesVersion: z.string().max(100),
});

const GeoSchema = z.strictObject({
  country: z.string().max(200).optional(),
  region: z.string().max(200).optional(),
  city: z.string().max(200).optional(),
});

/** Of what `parseJourney` makes of the longest it takes. */
const MAX_JOURNEY_LENGTH = 500_000;

export const CaptureSchema: z.ZodType<Capture> = z.strictObject({
  id,
  previousId: id.optional(),
  fingerprint: bytes16,
  at: time,
  status: z.enum(['accepted', 'quarantined']),
  reason: z.enum(QUARANTINE_REASONS).nullable(),
  identities: z.array(z.strictObject({ kind: z.enum(['email', 'mobile']), index: bytes16 })).max(16),
  form: z.string().max(200),
  entry: z.string().max(400),
  locale,
  answers: bytes,
  consents: z.array(ConsentSchema).max(64),
  chosenAt: time.nullable(),
  touch: TouchSchema,
  attribution: AttributionSchema,
  journey: z.string().max(MAX_JOURNEY_LENGTH).nullable(),
  geo: GeoSchema.nullable(),
  page: z.string().max(4096),
  variant,
  outbox: z.array(z.enum(OUTBOX_TOPICS)).max(16),
});

const event = { id: z.string().regex(/^[a-z0-9.-]{1,24}$/) };
const onPage = { ...event, at: time, path: z.string().max(4096) };

const EventSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...event, type: z.literal('visit'), touch: TouchSchema }),
  z.strictObject({ ...onPage, type: z.literal('view'), seconds: time, depth: z.int().min(0).max(100) }),
  z.strictObject({ ...onPage, type: z.enum(ACT_TYPES), what: z.string().max(1000) }),
]);

export const BehaviourBatchSchema: z.ZodType<BehaviourBatch> = z.strictObject({
  registration: LookupSchema,
  at: time,
  events: z.array(EventSchema).max(BEHAVIOUR_LIMITS.events),
  maxEvents: time,
});

export const CountApartSchema: z.ZodType<CountApart> = z.strictObject({
  what: z.enum(APART),
  why: z.enum(APART_REASONS),
  at: time,
});
