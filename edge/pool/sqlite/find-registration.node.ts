import type { DatabaseSync } from 'node:sqlite';
import type { StoredRegistration } from '../../core/ports/pool.ts';
import { decodeRegistrationId } from '../../core/ports/registration-id.ts';
import { type ConsentRow, type RegistrationRow, toRegistration } from '../to-registration.ts';

export interface FindRegistration {
  byId(id: string): StoredRegistration | null;
  byRowId(rowId: number): StoredRegistration | null;
}

export function createFindRegistration(database: DatabaseSync): FindRegistration {
  const byId = database.prepare(`${SELECT} where r.public_id = ?`);
  const byRowId = database.prepare(`${SELECT} where r.id = ?`);
  const consents = database.prepare(
    `select t.purpose, t.version, t.locale, t.text_hash, c.granted
     from consent c join consent_text t on t.id = c.consent_text_id where c.registration_id = ? order by t.id`,
  );

  return {
    byId(id) {
      const publicId = decodeRegistrationId(id);
      return publicId === null ? null : complete(byId.get(publicId));
    },
    byRowId: (rowId) => complete(byRowId.get(rowId)),
  };

  function complete(found: unknown): StoredRegistration | null {
    if (found === undefined) return null;
    const row = found as RegistrationRow;
    return toRegistration(row, consents.all(row.row_id) as unknown as ConsentRow[]);
  }
}

const SELECT = `select r.id as row_id, r.public_id, r.at, r.status, r.reason, form.value as form, entry.value as entry,
    page.value as page, r.locale, r.country, r.region, r.city, r.answers, t.at as landed_at, t.landing_url, t.referrer,
    t.source, t.medium, t.campaign, t.utm_more, t.click_ids
  from registration r
  join touch t on t.id = r.touch_id
  join term form on form.id = r.form_id
  join term entry on entry.id = r.entry_id
  join term page on page.id = r.page_id`;
