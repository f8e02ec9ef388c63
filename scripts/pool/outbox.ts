import type { OutboxState } from '../../edge/pool/schema.ts';
import { formatTime, type PoolContext } from './context.ts';
import { withReader } from './open-pool.ts';
import { shortId } from './short-id.ts';
import { table } from './table.ts';

const COLUMNS = [
  { title: 'NO', align: 'right' as const },
  { title: 'REGISTRATION' },
  { title: 'TOPIC' },
  { title: 'STATE' },
  { title: 'TRIES', align: 'right' as const },
  { title: 'QUEUED' },
  { title: 'DUE' },
  { title: 'REASON', maxWidth: 72 },
];

/** So many are shown; a backlog of more is a matter for counting. */
const LIMIT = 200;

/** What waits, what failed for good, and why; with `all` what was delivered too. */
export async function outbox(options: { readonly all: boolean }, context: PoolContext): Promise<number> {
  const states: OutboxState[] = ['pending', 'dead', 'unknown', ...(options.all ? (['done'] as const) : [])];
  const rows = await withReader(context, (reader) => reader.deliveries({ states, limit: LIMIT }));
  if (rows.length === 0) {
    context.write(options.all ? 'Nothing was queued yet.\n' : 'Nothing waits and nothing failed.\n');
    return 0;
  }
  const cells = rows.map((row) => [
    String(row.outboxId),
    shortId(row.registrationId),
    row.topic,
    row.state,
    String(row.attempts),
    formatTime(row.queuedAt, context),
    row.state === 'pending' ? formatTime(row.dueAt, context) : '–',
    row.note ?? '',
  ]);
  context.write(`${table(COLUMNS, cells, { bold: context.paint.bold })}\n`);
  if (rows.length === LIMIT) context.warn(context.paint.dim(`The newest ${LIMIT}.`));
  return 0;
}
