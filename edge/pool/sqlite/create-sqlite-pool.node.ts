import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { PoolUnavailable } from '../../core/ports/pool.ts';
import { createGroupCommit } from '../group-commit.ts';
import { createBehaviourStore } from './behaviour.node.ts';
import { createFindRegistration } from './find-registration.node.ts';
import { createOutboxStore } from './outbox.node.ts';
import { createReattribute } from './reattribute.node.ts';
import { createRelease } from './release.node.ts';
import { createSession } from './session.node.ts';
import { isDiskFull, toPoolError } from './sqlite-error.node.ts';
import type { SqlitePool } from './sqlite-pool.ts';
import { createStoreCapture } from './store-capture.node.ts';
import type { WriteLimits } from './write-limits.ts';

export interface SqlitePoolSettings extends WriteLimits {
  readonly path: string;
  /** When the writes of one turn are together; at its end unless given. */
  readonly schedule?: (task: () => void) => void;
}

/** The ports on a database that `openDatabase` has opened at `path`; closing the pool closes it. */
export function createSqlitePool(
  database: DatabaseSync,
  { path, maxWaitMs, maxQueued, schedule = setImmediate }: SqlitePoolSettings,
): SqlitePool {
  const folder = dirname(path);
  const session = createSession(database, path);
  const storeCapture = createStoreCapture(database, session);
  const registrations = createFindRegistration(database);
  const outbox = createOutboxStore(database, registrations);
  const behaviour = createBehaviourStore(database, session);
  const release = createRelease(database);
  const reattribute = createReattribute(database, session);
  const writes = createGroupCommit({
    connection: session,
    schedule,
    delay: setTimeout,
    elapsed: () => performance.now(),
    maxQueued,
    maxBatch: 256,
    maxWaitMs,
  });

  return {
    capture: (capture) =>
      writes.run(() => {
        const result = storeCapture(capture);
        if (result.outcome !== 'replayed') session.count(capture.at, 'received');
        return result;
      }),
    reject: ({ reason, at }) =>
      writes.run(() => {
        session.count(at, 'received');
        session.count(at, 'rejected', reason);
      }),
    findRegistration: async (id) => read(() => registrations.byId(id)),
    requestDownloadMail: (request) => writes.run(() => outbox.requestDownloadMail(request)),
    recordBehaviour: (batch) => writes.run(() => behaviour.record(batch)),
    countApart: (count) => writes.run(() => behaviour.countApart(count)),
    claim: async (request) => {
      if (!read(() => outbox.hasDue(request.now))) return [];
      return writes.run(() => outbox.claim(request));
    },
    settle: (delivery, outcome, now) => writes.run(() => outbox.settle(delivery, outcome, now)),
    release: (request) => writes.run(() => release(request)),
    reattribute: (request) => writes.run(() => reattribute(request)),
    async ping() {
      if (isDiskFull(folder)) throw new PoolUnavailable('full');
      await writes.run(() => undefined);
    },
    async close() {
      await writes.close();
      if (database.isOpen) database.close();
    },
  };

  function read<T>(query: () => T): T {
    if (!database.isOpen) throw new PoolUnavailable('unreachable');
    try {
      return query();
    } catch (error) {
      throw toPoolError(error, folder);
    }
  }
}
