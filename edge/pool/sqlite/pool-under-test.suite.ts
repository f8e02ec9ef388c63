import type { PoolUnderTest } from '../pool.suite.ts';
import { openSqliteReader } from './open-sqlite-reader.node.ts';
import type { SqlitePool } from './sqlite-pool.ts';

/** Test support: an open pool at `path`, whoever opened it, as the suite of all pools takes it. */
export async function poolUnderTest(pool: SqlitePool, path: string): Promise<PoolUnderTest> {
  const reader = await openSqliteReader({ path });
  return {
    pool,
    outbox: pool,
    quarantine: pool,
    reattribution: pool,
    reader,
    async dispose() {
      reader.close();
      await pool.close();
    },
  };
}
