import { chmodSync, existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { PoolRefused } from '../pool-refused.ts';
import { assertSafeSqlite } from './assert-safe-sqlite.ts';
import { connect } from './connect.node.ts';
import { createPoolFile } from './create-pool-file.node.ts';
import { assertNotNewer, migrateDatabase } from './migrate-database.node.ts';
import { migrations } from './migrations/index.ts';
import { damaged, inspectPoolFile } from './pool-file.node.ts';
import { isCorruption } from './sqlite-error.node.ts';

export interface OpenDatabaseOptions {
  readonly path: string;
  /** What to do where there is no pool yet. */
  readonly ifAbsent: 'create' | 'refuse';
  /** How long a statement waits for another process, ms; it holds up the whole process. */
  readonly busyTimeoutMs: number;
}

/**
 * Opens the pool's file: WAL, an fsync with every commit, foreign keys on, readable by its owner alone.
 * @throws {PoolRefused} rather than start an empty pool where there may have been a full one
 */
export async function openDatabase({
  path,
  ifAbsent,
  busyTimeoutMs,
}: OpenDatabaseOptions): Promise<DatabaseSync> {
  assertSafeSqlite(process.versions['sqlite'] ?? '0');
  if (inspectPoolFile(path) === 'absent') {
    if (ifAbsent === 'refuse') throw noPool(path);
    await createPoolFile(path);
  }
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  // Closing a connection that can write would move the WAL into a file that may be damaged.
  const hasWal = existsSync(`${path}-wal`);
  if (hasWal) inspectApart(path);
  const database = guard(path, () => connect(path, { busyTimeoutMs: MIGRATION_TIMEOUT_MS }));
  try {
    switchToWal(database, path);
    if (!hasWal) inspectContents(database, path);
    await migrateDatabase(database, migrations);
    database.exec(`pragma busy_timeout = ${busyTimeoutMs}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const MIGRATION_TIMEOUT_MS = 5000;

/** Checking a larger file would hold up the start for more than a blink; `npm run pool -- integrity` does it. */
const MAX_CHECKED_BYTES = 32 * 1024 * 1024;

function switchToWal(database: DatabaseSync, path: string): void {
  const mode = guard(path, () => database.prepare('pragma journal_mode = wal').get()?.['journal_mode']);
  if (mode !== 'wal') {
    throw new PoolRefused(
      'no_wal',
      `${path} lies on a file system without shared memory (a network drive?), where SQLite is not safe.\n` +
        'Name a folder on a local disk in GATEHOUSE_DATA.',
    );
  }
}

function inspectApart(path: string): void {
  const database = new DatabaseSync(path, { readOnly: true, timeout: MIGRATION_TIMEOUT_MS });
  try {
    inspectContents(database, path);
  } finally {
    database.close();
  }
}

function inspectContents(database: DatabaseSync, path: string): void {
  guard(path, () => {
    if (statSync(path).size <= MAX_CHECKED_BYTES) {
      const found = database.prepare('pragma quick_check(1)').get()?.['quick_check'];
      if (found !== 'ok') throw damaged(path, 'SQLite finds its pages out of order');
    }
    assertNotNewer(database, migrations);
  });
}

function guard<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isCorruption(error)) throw damaged(path, 'SQLite cannot read it');
    throw error;
  }
}

function noPool(path: string): PoolRefused {
  return new PoolRefused(
    'no_pool',
    `There is no pool yet at ${path}.\n` + 'It is made when the server starts for the first time: npm start',
  );
}
