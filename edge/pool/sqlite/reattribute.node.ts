import type { DatabaseSync } from 'node:sqlite';
import { decodeRegistrationId } from '../../core/ports/registration-id.ts';
import type { ReattributionRequest } from '../reattribution.ts';
import type { Session } from './session.node.ts';

/** Makes the function that gives registrations other attributions inside a running transaction. */
export function createReattribute(
  database: DatabaseSync,
  session: Session,
): (request: ReattributionRequest) => number {
  const find = database.prepare('select id, attribution_id from registration where public_id = ?');
  const keep = database.prepare(
    'insert into former_attribution (registration_id, attribution_id, replaced_at) values (?, ?, ?)',
  );
  const replace = database.prepare('update registration set attribution_id = ? where id = ?');

  return ({ at, attributions }) => {
    let changed = 0;
    for (const { id, attribution } of attributions) {
      const publicId = decodeRegistrationId(id);
      const row = publicId === null ? undefined : find.get(publicId);
      const attributionId = session.attributionId(attribution);
      if (row === undefined || row['attribution_id'] === attributionId) continue;
      const rowId = Number(row['id']);
      keep.run(rowId, Number(row['attribution_id']), at);
      replace.run(attributionId, rowId);
      changed += 1;
    }
    return changed;
  };
}
