import { isLocale, type Locale } from '../../contract/locale.ts';
import type { PrivacyChoice } from '../../contract/privacy-choice.ts';
import { Refusal } from '../refusal.ts';
import { parsePrivacyChoice } from './parse-privacy-choice.ts';

/** A `RegisterBody` whose outer shape is right; the answers are still whatever was sent. */
export interface Submission {
  readonly form: string;
  readonly entry: string;
  readonly locale: Locale;
  readonly key: string | undefined;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly consents: Readonly<Record<string, unknown>>;
  readonly elapsedMs: number | undefined;
  readonly landedMsAgo: number | undefined;
  readonly landingUrl: string | undefined;
  readonly referrer: string | undefined;
  readonly page: string | undefined;
  readonly variant: string | undefined;
  readonly landingVariant: string | undefined;
  readonly privacyChoice: PrivacyChoice | undefined;
  readonly journey: string | undefined;
  readonly visitor: string | undefined;
  readonly website: string | undefined;
}

/** @throws {Refusal} `invalid_request` when something that our own pages send is missing or of another type */
export function parseSubmission(body: Readonly<Record<string, unknown>>): Submission {
  const { form, entry, locale } = body;
  if (typeof form !== 'string' || typeof entry !== 'string' || !isLocale(locale)) {
    throw new Refusal('invalid_request');
  }
  return {
    form,
    entry,
    locale,
    key: optionalKey(body['key']),
    answers: record(body['answers']),
    consents: record(body['consents']),
    elapsedMs: optionalNumber(body['elapsedMs']),
    landedMsAgo: optionalNumber(body['landedMsAgo']),
    landingUrl: optionalString(body['landingUrl']),
    referrer: optionalString(body['referrer']),
    page: optionalString(body['page']),
    variant: stringOrNothing(body['variant']),
    landingVariant: stringOrNothing(body['landingVariant']),
    privacyChoice: parsePrivacyChoice(body['privacyChoice']),
    journey: stringOrNothing(body['journey']),
    visitor: optionalString(body['visitor']),
    website: optionalString(body['website']),
  };
}

function optionalKey(value: unknown): string | undefined {
  const key = optionalString(value);
  if (key !== undefined && !/^[A-Za-z0-9_-]{16,64}$/.test(key)) throw new Refusal('invalid_request');
  return key;
}

function optionalString(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new Refusal('invalid_request');
  return value;
}

/** No lead is to be lost over what only a count is made of. */
function stringOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function optionalNumber(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Refusal('invalid_request');
  return value;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new Refusal('invalid_request');
  return value as Record<string, unknown>;
}
