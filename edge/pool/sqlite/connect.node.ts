import { DatabaseSync } from 'node:sqlite';

/** A connection to a pool's file with the settings that every writer has: an fsync with every commit, foreign keys on. */
export function connect(path: string, { busyTimeoutMs }: { readonly busyTimeoutMs: number }): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  try {
    database.exec(SETTINGS);
    database.enableDefensive(true);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const SETTINGS = `
  pragma synchronous = full;
  pragma trusted_schema = off;
  pragma journal_size_limit = 67108864;
  pragma cache_size = -32768;
  pragma wal_autocheckpoint = 24000;
`;
