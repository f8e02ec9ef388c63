import type { DatabaseSync } from 'node:sqlite';
import { decodeRegistrationId } from '../../core/ports/registration-id.ts';
import type { ReleaseRequest, ReleaseResult } from '../quarantine.ts';
import { createQueueDelivery } from './queue-delivery.node.ts';

/** Makes the function that accepts one quarantined registration inside a running transaction. */
export function createRelease(database: DatabaseSync): (request: ReleaseRequest) => ReleaseResult {
  const find = database.prepare('select id, at, status, reason from registration where public_id = ?');
  const accept = database.prepare(
    `update registration set status = 'accepted', released_at = ? where id = ?`,
  );
  const add = database.prepare(
    'insert into tally (day, outcome, reason, n) values (?, ?, ?, 1) on conflict do update set n = n + 1',
  );
  const subtract = database.prepare(
    'update tally set n = n - 1 where day = ? and outcome = ? and reason = ?',
  );
  const queue = createQueueDelivery(database);
  return ({ id, at, outbox }) => {
    const publicId = decodeRegistrationId(id);
    const row = publicId === null ? undefined : find.get(publicId);
    if (row === undefined) return 'unknown';
    if (row['status'] !== 'quarantined') return 'not_quarantined';
    const rowId = Number(row['id']);
    const day = Math.floor(Number(row['at']) / MS_PER_DAY);
    accept.run(at, rowId);
    subtract.run(day, 'quarantined', String(row['reason'] ?? ''));
    add.run(day, 'accepted', '');
    for (const topic of outbox) queue(rowId, topic, at);
    return 'released';
  };
}

const MS_PER_DAY = 86_400_000;
