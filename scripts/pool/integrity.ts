import { relative } from 'node:path';
import type { PoolContext } from './context.ts';
import { poolPathOf, withReader } from './open-pool.ts';

/** Lets SQLite check every page and every reference of the file. */
export async function integrity(context: PoolContext): Promise<number> {
  const problems = await withReader(context, async (reader) => reader.integrity());
  const path = poolPathOf(context);
  const short = relative(context.cwd, path);
  const name = short.startsWith('..') ? path : short;
  if (problems.length === 0) {
    context.write(`${context.paint.good('✓')} ${name} is whole.\n`);
    return 0;
  }
  context.write(
    `${context.paint.bad('✗')} ${name} is damaged:\n${problems.map((found) => `  ${found}\n`).join('')}`,
  );
  context.warn('Stop the server, keep the file and any -wal file beside it, and restore the latest backup.');
  return 1;
}
