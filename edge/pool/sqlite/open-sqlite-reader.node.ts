import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { createPoolReader } from '../create-pool-reader.ts';
import type { PoolReader } from '../pool-reader.ts';
import type { PoolSchema } from '../schema.ts';
import { NodeSqliteDialect } from './node-sqlite-dialect.node.ts';
import { openDatabase } from './open-database.node.ts';

export interface SqliteReader extends PoolReader {
  /** What SQLite finds wrong with the file; empty if nothing. */
  integrity(): string[];
  close(): void;
}

/**
 * The read side of a pool that exists; the server may go on writing to it.
 * @throws {PoolRefused}
 */
export async function openSqliteReader({ path }: { path: string }): Promise<SqliteReader> {
  const database = await openDatabase({ path, ifAbsent: 'refuse', busyTimeoutMs: 5000 });
  database.exec('pragma query_only = on');
  const db = new Kysely<PoolSchema>({ dialect: new NodeSqliteDialect(database, { begin: 'begin' }) });
  return {
    ...createPoolReader(db),
    integrity: () => checkIntegrity(database),
    close: () => database.close(),
  };
}

function checkIntegrity(database: DatabaseSync): string[] {
  const pages = database.prepare('pragma integrity_check').all();
  const problems = pages.map((row) => String(row['integrity_check'])).filter((found) => found !== 'ok');
  const orphans = database.prepare('pragma foreign_key_check').all();
  return [
    ...problems,
    ...orphans.map(
      (row) => `${String(row['table'])} row ${String(row['rowid'])} points to no ${String(row['parent'])}`,
    ),
  ];
}
