import type { App, Exchange } from './exchange.ts';
import { deriveRegistrationId } from './derive-registration-id.ts';
import { parseJourney } from './parse/parse-journey.ts';
import type { Registration } from './parse/parse-registration.ts';
import type { Submission } from './parse/parse-submission.ts';
import { sealAnswers } from './ports/answers-envelope.ts';
import { type OutboxTopic, topicsFor } from './ports/outbox-topic.ts';
import type { Capture } from './ports/pool.ts';
import { settlePrivacy } from './settle-privacy.ts';
import { parseTouch, type TouchContext } from './source/parse-touch.ts';
import { attribute } from './source/resolve-touch.ts';

const DAY_MS = 24 * 3_600_000;

/** Turns a checked registration into what the pool stores: nobody is readable in it any more. */
export async function prepareCapture({
  submission,
  registration,
  exchange,
  app,
}: Ingredients): Promise<Capture> {
  const { keyring } = app;
  const { form, entry, locale, quarantine, canonical, granted } = registration;
  const at = app.clock();
  const context: TouchContext = {
    now: at,
    ownHosts: [exchange.host, app.siteHost, ...sharedDomainOf(app)],
    app: app.channelRules.appIn(exchange.request.headers.get('user-agent')),
    variantsAt: (pathname) => app.experiments.get(pathname)?.variants,
  };
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
  const agreed = app.recordConsents(form, { granted, locale });
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

function sharedDomainOf({ catalogue }: App): string[] {
  const domain = catalogue.site.privacy?.domain;
  return domain === undefined ? [] : [`.${domain}`];
}

export interface Ingredients {
  readonly submission: Submission;
  readonly registration: Registration;
  readonly exchange: Exchange;
  readonly app: App;
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
    deriveRegistrationId(app.keyring, `${dayOf(time)}\0${registration.canonical}`);
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
