import type { DatabaseSync } from 'node:sqlite';
import type { UtmParameter } from '../../contract/touch.ts';
import type { OutboxTopic } from '../../core/ports/outbox-topic.ts';
import type { Capture, CaptureResult, IdentityKey, RegistrationStatus } from '../../core/ports/pool.ts';
import { decodeRegistrationId } from '../../core/ports/registration-id.ts';
import type { Session } from './session.node.ts';

/** Makes the function that stores one capture inside the session's running transaction. */
export function createStoreCapture(
  database: DatabaseSync,
  session: Session,
): (capture: Capture) => CaptureResult {
  const find = database.prepare('select fingerprint, status from registration where public_id = ?');
  const findContact = createFindContact(database);
  const insertTouch = createInsertTouch(database);
  const insertRegistration = database.prepare(
    `insert into registration (public_id, fingerprint, at, status, reason, contact_id, touch_id, form_id, entry_id,
       page_id, locale, country, region, city, answers) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertConsent = database.prepare(
    'insert into consent (registration_id, consent_text_id, granted) values (?, ?, ?)',
  );
  const queue = createQueue(database);

  return (capture) => {
    const known = findKnown(capture);
    if (known === null) {
      insert(capture);
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

  function findKnown(capture: Capture): { id: string; status: RegistrationStatus } | 'mismatch' | null {
    const row = find.get(publicId(capture.id));
    if (row) return isSame(row['fingerprint'], capture) ? known(capture.id, row['status']) : 'mismatch';
    if (capture.previousId === undefined) return null;
    const previous = find.get(publicId(capture.previousId));
    if (!previous || !isSame(previous['fingerprint'], capture)) return null;
    return known(capture.previousId, previous['status']);
  }

  function insert(capture: Capture): void {
    const { form, entry, page, geo } = capture;
    const { lastInsertRowid } = insertRegistration.run(
      publicId(capture.id),
      capture.fingerprint,
      capture.at,
      capture.status,
      capture.reason,
      findContact(capture.identities, capture.at),
      insertTouch(capture.touch),
      session.termId(form),
      session.termId(entry),
      session.termId(page),
      capture.locale,
      geo?.country ?? null,
      geo?.region ?? null,
      geo?.city ?? null,
      capture.answers,
    );
    const registrationId = Number(lastInsertRowid);
    for (const consent of capture.consents) {
      insertConsent.run(registrationId, session.consentTextId(consent), consent.granted ? 1 : 0);
    }
    for (const topic of capture.outbox) queue(registrationId, topic, capture.at);
  }
}

/** Makes the function that adds one delivery to the outbox, due at once. */
export function createQueue(
  database: DatabaseSync,
): (registrationId: number, topic: OutboxTopic, at: number) => void {
  const insert = database.prepare(
    `insert into outbox (registration_id, topic, state, queued_at, due_at) values (?, ?, 'pending', ?, ?)`,
  );
  return (registrationId, topic, at) => {
    insert.run(registrationId, topic, at, at);
  };
}

/** The contact of the first identity that is known; identities nobody has join it. */
function createFindContact(
  database: DatabaseSync,
): (identities: readonly IdentityKey[], at: number) => number {
  const find = database.prepare('select contact_id from identity where kind = ? and value = ?');
  const insertContact = database.prepare('insert into contact (created_at) values (?)');
  const insertIdentity = database.prepare(
    'insert into identity (kind, value, contact_id) values (?, ?, ?) on conflict do nothing',
  );
  return (identities, at) => {
    const owners = identities.map(
      ({ kind, index }) => find.get(kind, index)?.['contact_id'] as number | undefined,
    );
    const contactId =
      owners.find((owner) => owner !== undefined) ?? Number(insertContact.run(at).lastInsertRowid);
    for (const [position, { kind, index }] of identities.entries()) {
      if (owners[position] === undefined) insertIdentity.run(kind, index, contactId);
    }
    return contactId;
  };
}

function createInsertTouch(database: DatabaseSync): (touch: Capture['touch']) => number {
  const insert = database.prepare(
    `insert into touch (at, landing_url, referrer, source, medium, campaign, utm_more, click_ids)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return ({ at, landingUrl, referrer, utm, clickIds }) => {
    const { utm_source: source, utm_medium: medium, utm_campaign: campaign, ...more } = utm;
    const { lastInsertRowid } = insert.run(
      at,
      landingUrl,
      referrer,
      source ?? null,
      medium ?? null,
      campaign ?? null,
      toJson(more),
      toJson(clickIds),
    );
    return Number(lastInsertRowid);
  };
}

function toJson(
  values: Readonly<Partial<Record<UtmParameter, string>> | Capture['touch']['clickIds']>,
): string | null {
  return Object.keys(values).length === 0 ? null : JSON.stringify(values);
}

function known(id: string, status: unknown): { id: string; status: RegistrationStatus } {
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
