import type { DatabaseSync } from 'node:sqlite';
import type { Delivery, DeliveryOutcome, Outbox } from '../../core/ports/outbox.ts';
import type { OutboxTopic } from '../../core/ports/outbox-topic.ts';
import type { DownloadMailRequest } from '../../core/ports/pool.ts';
import { decodeRegistrationId } from '../../core/ports/registration-id.ts';
import { outboxIds } from '../outbox-ids.ts';
import type { FindRegistration } from './find-registration.node.ts';
import { createQueueDelivery } from './queue-delivery.node.ts';

type ClaimRequest = Parameters<Outbox['claim']>[0];

/** The outbox's statements, each inside a running transaction except `hasDue`. */
export interface OutboxStore {
  hasDue(now: number): boolean;
  claim(request: ClaimRequest): Delivery[];
  settle(delivery: Delivery, outcome: DeliveryOutcome, now: number): boolean;
  requestDownloadMail(request: DownloadMailRequest): 'queued' | 'limited' | 'unknown';
}

export function createOutboxStore(database: DatabaseSync, registrations: FindRegistration): OutboxStore {
  const due = database.prepare(`select 1 from outbox where state = 'pending' and due_at <= ? limit 1`);
  const claim = database.prepare(
    `update outbox set lease = lease + 1, attempts = attempts + 1, due_at = :now + :leaseMs,
       first_claimed_at = coalesce(first_claimed_at, :now)
     where id in (select id from outbox where state = 'pending' and due_at <= :now order by due_at, id limit :limit)
     returning id, registration_id, topic, lease, attempts, queued_at, first_claimed_at`,
  );
  const settle = database.prepare(
    `update outbox set lease = lease + 1, state = ?, due_at = coalesce(?, due_at), settled_at = ?, note = ?
     where id = ? and lease = ? and state = 'pending'`,
  );
  const requestMail = createRequestDownloadMail(database);

  return {
    hasDue: (now) => due.get(now) !== undefined,
    claim({ now, leaseMs, limit }) {
      const rows = claim.all({ now, leaseMs, limit }) as unknown as ClaimedRow[];
      return rows.map(toDelivery).sort((a, b) => a.queuedAt - b.queuedAt || a.outboxId - b.outboxId);
    },
    settle({ outboxId, lease }, outcome, now) {
      const isRetry = outcome.state === 'retry';
      const { changes } = settle.run(
        isRetry ? 'pending' : outcome.state,
        isRetry ? outcome.dueAt : null,
        isRetry ? null : now,
        outcome.state === 'done' ? outcome.receipt : outcome.reason,
        outboxId,
        lease,
      );
      return changes === 1;
    },
    requestDownloadMail: requestMail,
  };

  function toDelivery(row: ClaimedRow): Delivery {
    const registration = registrations.byRowId(row.registration_id);
    if (registration === null) throw new Error(`outbox row ${row.id} points to no registration`);
    return {
      outboxId: row.id,
      lease: row.lease,
      topic: row.topic,
      attempts: row.attempts - 1,
      queuedAt: row.queued_at,
      firstClaimedAt: row.first_claimed_at,
      registration,
    };
  }
}

interface ClaimedRow {
  readonly id: number;
  readonly registration_id: number;
  readonly topic: OutboxTopic;
  readonly lease: number;
  readonly attempts: number;
  readonly queued_at: number;
  readonly first_claimed_at: number;
}

const MS_PER_DAY = 86_400_000;

function createRequestDownloadMail(database: DatabaseSync): OutboxStore['requestDownloadMail'] {
  const find = database.prepare(`select id from registration where public_id = ? and status = 'accepted'`);
  const recent = database.prepare(
    `select count(*) as n, max(max(queued_at, coalesce(settled_at, 0))) as latest from outbox
     where id between ? and ? and topic = 'mail.download' and state <> 'dead' and queued_at > ?`,
  );
  const queue = createQueueDelivery(database);
  return ({ id, at, minGapMs, maxPerDay }) => {
    const publicId = decodeRegistrationId(id);
    const rowId = publicId === null ? undefined : (find.get(publicId)?.['id'] as number | undefined);
    if (rowId === undefined) return 'unknown';
    const { first, last } = outboxIds(rowId);
    const { n, latest } = recent.get(first, last, at - MS_PER_DAY) as { n: number; latest: number | null };
    if (n >= maxPerDay || (latest !== null && latest > at - minGapMs)) return 'limited';
    queue(rowId, 'mail.download', at);
    return 'queued';
  };
}
