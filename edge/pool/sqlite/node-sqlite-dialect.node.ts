import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type DialectAdapter, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';

/** Kysely on `node:sqlite`. The database stays the caller's: destroying the Kysely instance does not close it. */
export class NodeSqliteDialect extends SqliteDialect {
  constructor(database: DatabaseSync, { begin }: { begin: 'begin' | 'begin immediate' }) {
    super({ database: wrap(database, begin) });
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalDdlAdapter();
  }
}

/** SQLite can roll back schema changes; Kysely's own adapter says it can't and would migrate without a transaction. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function wrap(database: DatabaseSync, begin: string): SqliteDatabase {
  return {
    close() {},
    prepare(sql) {
      // A plain BEGIN that comes to write takes the lock late, and fails at once where it should have waited.
      const statement = database.prepare(sql === 'begin' ? begin : sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}
