import type { App, Exchange } from './exchange.ts';
import { deriveRegistrationId } from './derive-registration-id.ts';
import type { Registration } from './parse/parse-registration.ts';
import type { Submission } from './parse/parse-submission.ts';
import { sealAnswers } from './ports/answers-envelope.ts';
import type { OutboxTopic } from './ports/outbox-topic.ts';
import type { Capture } from './ports/pool.ts';
import { parseTouch } from './source/parse-touch.ts';

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
  const [ids, fingerprint, identities, consents] = await Promise.all([
    registrationIds(submission, { registration, at, app }),
    keyring.blindIndex('fingerprint', canonical),
    Promise.all(
      registration.identities.map(async ({ kind, value }) => ({
        kind,
        index: await keyring.blindIndex(kind, value),
      })),
    ),
    app.recordConsents(form, { granted, locale }),
  ]);
  return {
    ...ids,
    fingerprint,
    at,
    status: quarantine ? 'quarantined' : 'accepted',
    reason: quarantine,
    identities,
    form: form.id,
    entry: entry.id,
    locale,
    answers: await sealAnswers(keyring, ids.id, registration.answers),
    consents,
    touch: parseTouch(submission, { now: at, ownHosts: [exchange.host, app.siteHost] }),
    geo: app.geo(exchange.request),
    page: submission.page ?? entry.path[locale],
    outbox: quarantine ? [] : topicsFor(registration),
  };
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
async function registrationIds(
  { key }: Submission,
  { registration, at, app }: { registration: Registration; at: number; app: App },
): Promise<Pick<Capture, 'id' | 'previousId'>> {
  if (key !== undefined) return { id: await deriveRegistrationId(app.keyring, key) };
  const [id, previousId] = await Promise.all(
    [at, at - DAY_MS].map((time) =>
      deriveRegistrationId(app.keyring, `${dayOf(time)}\0${registration.canonical}`),
    ),
  );
  return { id: id!, previousId: previousId! };
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The link goes to an address; without one there is nobody to mail it to. */
function topicsFor({ identities }: Registration): readonly OutboxTopic[] {
  return identities.some(({ kind }) => kind === 'email') ? ['mail.download', 'mail.owner'] : ['mail.owner'];
}
