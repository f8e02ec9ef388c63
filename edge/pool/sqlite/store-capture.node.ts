import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Capture, CaptureResult, RegistrationStatus } from '../../core/ports/pool.ts';
import { decodeRegistrationId } from '../../core/ports/registration-id.ts';
import { createIdentities } from './identities.node.ts';
import { createQueueFirst } from './queue-delivery.node.ts';
import type { Session } from './session.node.ts';

/** Makes the function that stores one capture inside the session's running transaction. */
export function createStoreCapture(
  database: DatabaseSync,
  session: Session,
): (capture: Capture) => CaptureResult {
  const find = database.prepare('select fingerprint, status from registration where public_id = ?');
  const insert = database.prepare(
    `insert into registration (${COLUMNS}) values (${COLUMNS.replaceAll(/\w+/g, '?')})
     on conflict (public_id) do nothing`,
  );
  const insertJourney = database.prepare('insert into journey (registration_id, contents) values (?, ?)');
  const identities = createIdentities(database);
  const queueFirst = createQueueFirst(database);

  return (capture) => {
    const known = storeOrFind(capture);
    if (known === null) {
      session.count(capture.at, capture.status, capture.reason ?? '');
      return { outcome: 'created', id: capture.id, status: capture.status };
    }
    if (known === 'mismatch') {
      session.count(capture.at, 'rejected', 'idempotency_mismatch');
      return { outcome: 'mismatch' };
    }
    session.count(capture.at, 'replayed');
    return { outcome: 'replayed', ...known };
  };

  /** Null where it was stored now. Nearly every submission is new: only one that can't be stored is looked for. */
  function storeOrFind(capture: Capture): Known | 'mismatch' | null {
    const earlier = capture.previousId === undefined ? null : findKnown(capture);
    return earlier ?? (store(capture) ? null : findKnown(capture));
  }

  function findKnown(capture: Capture): Known | 'mismatch' | null {
    const row = find.get(publicId(capture.id));
    if (row) return isSame(row['fingerprint'], capture) ? known(capture.id, row['status']) : 'mismatch';
    if (capture.previousId === undefined) return null;
    const previous = find.get(publicId(capture.previousId));
    if (!previous || !isSame(previous['fingerprint'], capture)) return null;
    return known(capture.previousId, previous['status']);
  }

  /** False, and nothing changed, where the id is taken. */
  function store(capture: Capture): boolean {
    const owners = capture.identities.map(identities.owner);
    const contactId = owners.find((owner) => owner !== null) ?? null;
    const { changes, lastInsertRowid } = insert.run(...valuesOf(capture, contactId, session));
    if (changes === 0) return false;
    const registrationId = Number(lastInsertRowid);
    for (const [position, identity] of capture.identities.entries()) {
      if (owners[position] === null) identities.add(identity, contactId ?? registrationId);
    }
    if (capture.journey !== null) insertJourney.run(registrationId, capture.journey);
    queueFirst(registrationId, capture.outbox, capture.at);
    return true;
  }
}

interface Known {
  readonly id: string;
  readonly status: RegistrationStatus;
}

/** In the order of `valuesOf`. */
const COLUMNS = `public_id, fingerprint, at, status, reason, contact_id, form_id, entry_id, page_id, variant,
  consent_set_id, attribution_id, locale, country, region, city, landed_at, landing_url, referrer, app_id, source, medium,
  campaign, utm_more, click_ids, landing_variant, chosen_at, answers`;

function valuesOf(capture: Capture, contactId: number | null, session: Session): SQLInputValue[] {
  const { geo, touch } = capture;
  const { utm_source: source, utm_medium: medium, utm_campaign: campaign, ...more } = touch.utm;
  return [
    publicId(capture.id),
    capture.fingerprint,
    capture.at,
    capture.status,
    capture.reason,
    contactId,
    session.termId(capture.form),
    session.termId(capture.entry),
    session.termId(capture.page),
    capture.variant,
    session.consentSetId(capture.consents),
    session.attributionId(capture.attribution),
    capture.locale,
    geo?.country ?? null,
    geo?.region ?? null,
    geo?.city ?? null,
    touch.at,
    touch.landingUrl,
    touch.referrer,
    touch.app === undefined ? null : session.termId(touch.app),
    source ?? null,
    medium ?? null,
    campaign ?? null,
    toJson(more),
    toJson(touch.clickIds),
    touch.variant,
    capture.chosenAt,
    capture.answers,
  ];
}

function toJson(values: object): string | null {
  return Object.keys(values).length === 0 ? null : JSON.stringify(values);
}

function known(id: string, status: unknown): Known {
  return { id, status: status as RegistrationStatus };
}

function isSame(stored: unknown, { fingerprint }: Capture): boolean {
  return stored instanceof Uint8Array && Buffer.compare(stored, fingerprint) === 0;
}

function publicId(id: string): Uint8Array {
  const bytes = decodeRegistrationId(id);
  if (bytes === null) throw new RangeError('a capture carries an id that is no registration id');
  return bytes;
}
