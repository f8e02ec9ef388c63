import type { ConsentRecord } from '../contract/registration.ts';
import type { App, Exchange } from './exchange.ts';
import { deriveDailyId, deriveRegistrationId } from './derive-registration-id.ts';
import { parseJourney } from './parse/parse-journey.ts';
import type { Registration } from './parse/parse-registration.ts';
import type { Submission } from './parse/parse-submission.ts';
import { sealAnswers } from './ports/answers-envelope.ts';
import { type OutboxTopic, topicsFor } from './ports/outbox-topic.ts';
import type { Capture } from './ports/pool.ts';
import { settlePrivacy } from './settle-privacy.ts';
import { parseTouch } from './source/parse-touch.ts';
import { attribute } from './source/resolve-touch.ts';
import { touchContextOf } from './touch-context-of.ts';

const DAY_MS = 24 * 3_600_000;

/** Turns a checked registration into what the pool stores: nobody is readable in it any more. */
export async function prepareCapture({
  submission,
  registration,
  exchange,
  app,
}: Ingredients): Promise<Capture> {
  const { keyring } = app;
  const { form, entry, locale, quarantine, canonical } = registration;
  const at = app.clock();
  const context = touchContextOf(exchange, { at, app });
  const touch = parseTouch(submission, context);
  const geo = app.geo(exchange.request);
  const { consents, chosenAt, keepsJourney } = settlePrivacy({
    privacy: app.catalogue.site.privacy,
    choice: submission.privacyChoice,
    hasJourney: submission.journey !== undefined,
    country: geo?.country,
    locale,
    at,
  });
  const journey = keepsJourney ? parseJourney(submission.journey, context) : null;
  const agreed = recordAgreed(registration, app);
  const ids = registrationIds(submission, { registration, at, app });
  return {
    ...ids,
    fingerprint: keyring.blindIndex('fingerprint', canonical),
    at,
    status: quarantine ? 'quarantined' : 'accepted',
    reason: quarantine,
    identities: registration.identities.map(({ kind, value }) => ({
      kind,
      index: keyring.blindIndex(kind, value),
    })),
    form: form.id,
    entry: entry.id,
    locale,
    answers: await sealAnswers(keyring, ids.id, registration.answers),
    consents: consents.length > 0 ? [...agreed, ...consents] : agreed,
    chosenAt,
    touch,
    attribution: attribute(touch, app.channelRules),
    journey: journey && JSON.stringify(journey),
    geo,
    page: submission.page ?? entry.path[locale],
    variant: registration.variant,
    outbox: quarantine ? NOBODY : topicsOf(registration),
  };
}

export interface Ingredients {
  readonly submission: Submission;
  readonly registration: Registration;
  readonly exchange: Exchange;
  readonly app: App;
}

/** Whoever agreed in an earlier registration has that one named: the text was not shown again. */
function recordAgreed(
  { form, granted, agreedBefore, locale }: Registration,
  { recordConsents }: App,
): readonly ConsentRecord[] {
  const records = recordConsents(form, { granted, locale });
  if (agreedBefore.size === 0) return records;
  return records.map((record) => {
    const from = agreedBefore.get(record.purpose);
    return from === undefined ? record : { ...record, from };
  });
}

/**
 * Without a client's key the same contents on the same UTC day count as the same submission; the id of the day
 * before covers a reload over midnight.
 */
function registrationIds(
  { key }: Submission,
  { registration, at, app }: { registration: Registration; at: number; app: App },
): Pick<Capture, 'id' | 'previousId'> {
  if (key !== undefined) return { id: deriveRegistrationId(app.keyring, key) };
  const idOn = (time: number): string =>
    deriveDailyId(app.keyring, { contents: registration.canonical, day: dayOf(time) });
  return { id: idOn(at), previousId: idOn(at - DAY_MS) };
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function topicsOf({ identities, entry }: Registration): readonly OutboxTopic[] {
  const hasAddress = identities.some(({ kind }) => kind === 'email');
  return topicsFor({ hasAddress, hasFile: entry.asset !== null });
}

const NOBODY: readonly OutboxTopic[] = [];
