import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { PoolRefused } from '../pool-refused.ts';
import { NodeSqliteDialect } from './node-sqlite-dialect.node.ts';

type Migrations = Readonly<Record<string, Migration>>;

/** Brings the schema up to date in one transaction: killed half-way, the pool is as before. */
export async function migrateDatabase(database: DatabaseSync, migrations: Migrations): Promise<void> {
  if (appliedMigrations(database).length === Object.keys(migrations).length) return;
  const db = new Kysely<unknown>({ dialect: new NodeSqliteDialect(database, { begin: 'begin immediate' }) });
  await db.transaction().execute(async (transaction) => {
    const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
    const { error } = await new Migrator({ db: transaction, provider }).migrateToLatest();
    if (error !== undefined) throw error as Error;
  });
}

/** @throws {PoolRefused} when a newer Gatehouse has written this pool */
export function assertNotNewer(database: DatabaseSync, migrations: Migrations): void {
  const unknown = appliedMigrations(database).filter((name) => !(name in migrations));
  if (unknown.length === 0) return;
  throw new PoolRefused(
    'newer',
    `This pool was written by a newer Gatehouse (it has the migration ${unknown.join(', ')}), so it was not opened.\n` +
      'Update this checkout, or restore a backup made before the update.',
  );
}

function appliedMigrations(database: DatabaseSync): string[] {
  const hasTable = database.prepare(`select 1 from sqlite_schema where name = 'kysely_migration'`).get();
  if (!hasTable) return [];
  return database
    .prepare('select name from kysely_migration order by name')
    .all()
    .map((row) => String(row['name']));
}
