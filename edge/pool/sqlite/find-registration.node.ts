import type { DatabaseSync } from 'node:sqlite';
import type { StoredRegistration } from '../../core/ports/pool.ts';
import { decodeRegistrationId } from '../../core/ports/registration-id.ts';
import { type RegistrationRow, toRegistration } from '../to-registration.ts';

export interface FindRegistration {
  byId(id: string): StoredRegistration | null;
  byRowId(rowId: number): StoredRegistration | null;
}

export function createFindRegistration(database: DatabaseSync): FindRegistration {
  const byId = database.prepare(`${SELECT} where r.public_id = ?`);
  const byRowId = database.prepare(`${SELECT} where r.id = ?`);

  return {
    byId(id) {
      const publicId = decodeRegistrationId(id);
      return publicId === null ? null : complete(byId.get(publicId));
    },
    byRowId: (rowId) => complete(byRowId.get(rowId)),
  };
}

function complete(found: unknown): StoredRegistration | null {
  return found === undefined ? null : toRegistration(found as RegistrationRow);
}

const SELECT = `select r.id as row_id, r.public_id, r.at, r.status, r.reason, form.value as form, entry.value as entry,
    page.value as page, consents.records as consents, r.chosen_at, r.locale, r.country, r.region, r.city, r.landed_at, r.landing_url,
    r.referrer, app.value as app, r.source, r.medium, r.campaign, r.utm_more, r.click_ids, r.landing_variant,
    r.variant, r.answers,
    a.source as by_source, a.medium as by_medium, a.campaign as by_campaign, a.channel, a.rule, a.rules_version
  from registration r
  join term form on form.id = r.form_id
  join term entry on entry.id = r.entry_id
  join term page on page.id = r.page_id
  join consent_set consents on consents.id = r.consent_set_id
  join attribution a on a.id = r.attribution_id
  left join term app on app.id = r.app_id`;
