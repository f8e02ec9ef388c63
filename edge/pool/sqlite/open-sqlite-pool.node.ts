import { createSqlitePool, type SqlitePoolSettings } from './create-sqlite-pool.node.ts';
import { openDatabase } from './open-database.node.ts';
import type { SqlitePool } from './sqlite-pool.ts';
import { BUSY_TIMEOUT_MS, WRITE_LIMITS } from './write-limits.ts';

export interface SqlitePoolOptions extends Partial<SqlitePoolSettings> {
  /** The file; `-wal` and `-shm` stand beside it. */
  readonly path: string;
  /** What to do where there is no pool yet. */
  readonly ifAbsent: 'create' | 'refuse';
}

/**
 * The pool in one SQLite file, shared safely with other processes on this machine.
 * @throws {PoolRefused} rather than start an empty pool where there may have been a full one
 */
export async function openSqlitePool(options: SqlitePoolOptions): Promise<SqlitePool> {
  const { path, ifAbsent } = options;
  const database = await openDatabase({ path, ifAbsent, busyTimeoutMs: BUSY_TIMEOUT_MS });
  return createSqlitePool(database, { ...WRITE_LIMITS, ...options });
}
