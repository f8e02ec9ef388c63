import { PoolRefused } from '../pool-refused.ts';

/** WAL came with 3.7.0; up to 3.51.2 a checkpoint could drop commits. Source: sqlite.org/wal.html, "WAL reset bug". */
const FIRST_SAFE = [3, 51, 3] as const;

/** @throws {PoolRefused} for a SQLite that can lose a committed transaction */
export function assertSafeSqlite(version: string): void {
  const numbers = version.split('.').map(Number);
  for (const [index, wanted] of FIRST_SAFE.entries()) {
    const found = numbers[index] ?? 0;
    if (found > wanted) return;
    if (found < wanted) {
      throw new PoolRefused(
        'unsafe_sqlite',
        `SQLite ${version} can lose a committed registration (fixed in ${FIRST_SAFE.join('.')}), so the pool was not opened.\n` +
          'Run Gatehouse with the Node that it brings along: `npm install`, then its npm scripts.',
      );
    }
  }
}
