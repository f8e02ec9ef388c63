import { type OutboxTopic, topicsFor } from '../../edge/core/ports/outbox-topic.ts';
import type { StoredRegistration } from '../../edge/core/ports/pool.ts';
import { openSqlitePool } from '../../edge/pool/sqlite/open-sqlite-pool.node.ts';
import { PlainError } from '../lib/plain-error.ts';
import type { PoolContext } from './context.ts';
import { poolPathOf, readBuilt, resolveId, withReader } from './open-pool.ts';

/** Accepts a quarantined registration and queues its mails. */
export async function release(options: { readonly id: string }, context: PoolContext): Promise<number> {
  const { id, registration } = await withReader(context, async (reader) => {
    const found = await resolveId(reader, options.id);
    return { id: found, registration: (await reader.details(found))?.registration };
  });
  const outbox = await topicsOf(registration, context);
  const pool = await openSqlitePool({ path: poolPathOf(context), ifAbsent: 'refuse' });
  try {
    const result = await pool.release({ id, at: context.clock(), outbox });
    if (result === 'not_quarantined')
      throw new PlainError(`${id} is not in quarantine: there is nothing to release.`);
    if (result === 'unknown') throw new PlainError(`${id} is gone.`);
  } finally {
    await pool.close();
  }
  context.write(
    `Released ${id}: accepted, ${outbox.length} ${outbox.length === 1 ? 'mail' : 'mails'} queued.\n`,
  );
  return 0;
}

/** A form without an e-mail field leaves nobody to mail to. */
async function topicsOf(
  { form = '', entry = '' }: Partial<StoredRegistration> = {},
  context: PoolContext,
): Promise<readonly OutboxTopic[]> {
  const { forms, entries } = await readBuilt(context);
  const hasAddress = forms[form]?.fields.some(({ type }) => type === 'email') ?? true;
  return topicsFor({ hasAddress, hasFile: entries[entry]?.asset !== null });
}
