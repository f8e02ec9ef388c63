import { createSqlitePool, type SqlitePool } from './create-sqlite-pool.node.ts';
import { openDatabase } from './open-database.node.ts';

export interface SqlitePoolOptions {
  /** The file; `-wal` and `-shm` stand beside it. */
  readonly path: string;
  /** What to do where there is no pool yet. */
  readonly ifAbsent: 'create' | 'refuse';
  /** How long a write waits for another process before it is refused as busy. */
  readonly maxWaitMs?: number | undefined;
  /** Writes that may wait at once; more are refused as busy. */
  readonly maxQueued?: number | undefined;
}

/**
 * The pool in one SQLite file, shared safely with other processes on this machine.
 * @throws {PoolRefused} rather than start an empty pool where there may have been a full one
 */
export async function openSqlitePool(options: SqlitePoolOptions): Promise<SqlitePool> {
  const { path, ifAbsent, maxWaitMs = 5000, maxQueued = 10_000 } = options;
  // Waiting inside SQLite holds up the whole process, so it waits briefly and the queue waits the rest.
  const database = await openDatabase({ path, ifAbsent, busyTimeoutMs: 20 });
  return createSqlitePool(database, { path, maxWaitMs, maxQueued });
}
