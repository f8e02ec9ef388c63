import type { DatabaseSync } from 'node:sqlite';
import type { OutboxTopic } from '../../core/ports/outbox-topic.ts';
import { outboxIds } from '../outbox-ids.ts';
import { createInsertRows } from './insert-rows.node.ts';

/** Makes the function that adds one delivery of a stored registration to the outbox, due at once. */
export function createQueueDelivery(
  database: DatabaseSync,
): (registrationId: number, topic: OutboxTopic, at: number) => void {
  const insert = database.prepare(
    `insert into outbox (${COLUMNS})
     select coalesce(max(id) + 1, :first), :registrationId, :topic, 'pending', :at, :at
     from outbox where id between :first and :last`,
  );
  return (registrationId, topic, at) => {
    insert.run({ ...outboxIds(registrationId), registrationId, topic, at });
  };
}

/** Makes the function that adds the deliveries of a registration that is just being stored. */
export function createQueueFirst(
  database: DatabaseSync,
): (registrationId: number, topics: readonly OutboxTopic[], at: number) => void {
  const insertRows = createInsertRows(database, {
    into: `outbox (${COLUMNS})`,
    row: `(?, ?, ?, 'pending', ?, ?)`,
  });
  return (registrationId, topics, at) => {
    const { first } = outboxIds(registrationId);
    insertRows(topics.map((topic, position) => [first + position, registrationId, topic, at, at]));
  };
}

const COLUMNS = 'id, registration_id, topic, state, queued_at, due_at';
