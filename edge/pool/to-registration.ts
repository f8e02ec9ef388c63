import type { Attribution } from '../contract/channels/attribution.ts';
import type { Locale } from '../contract/locale.ts';
import type { ConsentRecord } from '../contract/registration.ts';
import type { Geo, Touch } from '../contract/touch.ts';
import type { VariantId } from '../contract/variants.ts';
import type { QuarantineReason, RegistrationStatus, StoredRegistration } from '../core/ports/pool.ts';
import { encodeRegistrationId } from '../core/ports/registration-id.ts';

/** One registration joined with what is interned. */
export interface RegistrationRow extends AttributionRow {
  readonly row_id: number;
  readonly public_id: Uint8Array;
  readonly at: number;
  readonly status: RegistrationStatus;
  readonly reason: QuarantineReason | null;
  readonly form: string;
  readonly entry: string;
  readonly page: string;
  readonly variant: VariantId | null;
  readonly consents: string;
  readonly chosen_at: number | null;
  readonly locale: Locale;
  readonly country: string | null;
  readonly region: string | null;
  readonly city: string | null;
  readonly answers: Uint8Array;
  readonly landed_at: number;
  readonly landing_url: string | null;
  readonly referrer: string | null;
  readonly app: string | null;
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly utm_more: string | null;
  readonly click_ids: string | null;
  readonly landing_variant: VariantId | null;
}

/** What channel rules made of its touch; the touch has columns of the same names. */
export interface AttributionRow {
  readonly by_source: string;
  readonly by_medium: string;
  readonly by_campaign: string;
  readonly channel: string;
  readonly rule: string;
  readonly rules_version: string;
}

/** The registration as the ports know it. */
export function toRegistration(row: RegistrationRow): StoredRegistration {
  return {
    id: encodeRegistrationId(row.public_id),
    at: row.at,
    status: row.status,
    reason: row.reason,
    form: row.form,
    entry: row.entry,
    locale: row.locale,
    answers: row.answers,
    consents: JSON.parse(row.consents) as ConsentRecord[],
    chosenAt: row.chosen_at,
    touch: toTouch(row),
    attribution: toAttribution(row),
    geo: toGeo(row),
    page: row.page,
    variant: row.variant,
  };
}

export function toAttribution(row: AttributionRow): Attribution {
  return {
    source: row.by_source,
    medium: row.by_medium,
    campaign: row.by_campaign === '' ? null : row.by_campaign,
    channel: row.channel,
    rule: row.rule,
    rulesVersion: row.rules_version,
  };
}

function toTouch(row: RegistrationRow): Touch {
  return {
    at: row.landed_at,
    landingUrl: row.landing_url,
    referrer: row.referrer,
    ...(row.app === null ? {} : { app: row.app }),
    utm: {
      ...(row.source === null ? {} : { utm_source: row.source }),
      ...(row.medium === null ? {} : { utm_medium: row.medium }),
      ...(row.campaign === null ? {} : { utm_campaign: row.campaign }),
      ...(parse(row.utm_more) as Touch['utm']),
    },
    clickIds: parse(row.click_ids) as Touch['clickIds'],
    variant: row.landing_variant,
  };
}

function toGeo({ country, region, city }: RegistrationRow): Geo | null {
  if (country === null && region === null && city === null) return null;
  return {
    ...(country === null ? {} : { country }),
    ...(region === null ? {} : { region }),
    ...(city === null ? {} : { city }),
  };
}

function parse(json: string | null): unknown {
  return json === null ? {} : JSON.parse(json);
}
