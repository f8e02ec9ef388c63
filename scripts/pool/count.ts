import type { PoolCounts } from '../../edge/pool/pool-reader.ts';
import type { TallyOutcome } from '../../edge/pool/schema.ts';
import type { PoolContext } from './context.ts';
import { withReader } from './open-pool.ts';

export interface CountOptions {
  readonly json: boolean;
}

/** Shows that nothing got lost: what was received against what became of it, and against the rows that are there. */
export async function count(options: CountOptions, context: PoolContext): Promise<number> {
  const counts = await withReader(context, (reader) => reader.counts());
  const sums = sumUp(counts);
  const problems = findProblems(counts, sums);
  if (options.json) {
    context.write(`${JSON.stringify({ ...counts, holds: problems.length === 0, problems }, null, 2)}\n`);
  } else {
    context.write(`${report(counts, sums, context)}\n`);
    for (const problem of problems) context.warn(context.paint.bad(`✗ ${problem}`));
  }
  return problems.length === 0 ? 0 : 1;
}

type Sums = Readonly<Record<TallyOutcome, number>>;

function sumUp({ tally }: PoolCounts): Sums {
  const sum = (outcome: TallyOutcome): number =>
    tally.filter((row) => row.outcome === outcome).reduce((total, { n }) => total + n, 0);
  return {
    received: sum('received'),
    accepted: sum('accepted'),
    quarantined: sum('quarantined'),
    rejected: sum('rejected'),
    replayed: sum('replayed'),
  };
}

function findProblems({ registrations }: PoolCounts, sums: Sums): string[] {
  const { received, accepted, quarantined, rejected } = sums;
  const total = accepted + quarantined + rejected;
  return [
    received === total ? null : `${received} were received, but ${total} are accounted for.`,
    ...(['accepted', 'quarantined'] as const).map((status) =>
      registrations[status] === sums[status]
        ? null
        : `${sums[status]} were counted as ${status}, but the pool holds ${registrations[status]}.`,
    ),
  ].filter((problem) => problem !== null);
}

function report(counts: PoolCounts, sums: Sums, context: PoolContext): string {
  const { paint } = context;
  const width = String(Math.max(sums.received, sums.replayed)).length;
  const line = (name: string, n: number, note = ''): string =>
    `${name.padEnd(14)}${String(n).padStart(width)}${note && `   ${paint.dim(note)}`}`;
  const holds = findProblems(counts, sums).length === 0;
  const { received, accepted, quarantined, rejected, replayed } = sums;
  const { pending, done, dead, unknown } = counts.outbox;
  return [
    paint.bold(line('received', received)),
    line('  accepted', accepted),
    line('  quarantined', quarantined, reasons(counts, 'quarantined')),
    line('  rejected', rejected, reasons(counts, 'rejected')),
    line('replayed', replayed, 'the same submission again, counted apart'),
    '',
    `${holds ? paint.good('✓') : paint.bad('✗')} ${received} = ${accepted} + ${quarantined} + ${rejected}, ` +
      `and the pool holds ${counts.registrations.accepted} + ${counts.registrations.quarantined}`,
    `  outbox: ${done} delivered, ${pending} pending, ${dead} dead, ${unknown} unknown`,
    ...apartLines(counts, context),
    ...variantLines(counts, context),
  ].join('\n');
}

/** What no person asked for, or what was too much to keep: no part of what was received. */
function apartLines({ apart }: PoolCounts, { paint }: PoolContext): string[] {
  const lines = [...Map.groupBy(apart, ({ what }) => what)].map(
    ([what, rows]) => `  ${what}: ${rows.map(({ why, n }) => `${APART_NAMES[why]} ${n}`).join(', ')}`,
  );
  return lines.length === 0 ? [] : ['', paint.bold('set aside'), ...lines];
}

const APART_NAMES = {
  bot: 'bots',
  preview: 'link previews',
  prefetch: 'fetched in advance',
  too_many: 'beyond the limit of a registration',
} as const;

/** What was accepted from each version of a page on which something is tried. */
function variantLines({ variants }: PoolCounts, { paint }: PoolContext): string[] {
  const accepted = variants.filter(({ status }) => status === 'accepted');
  const lines = [...Map.groupBy(accepted, ({ entry }) => entry)].map(
    ([entry, rows]) => `  ${entry}: ${rows.map(({ variant, n }) => `${variant} ${n}`).join(', ')}`,
  );
  return lines.length === 0 ? [] : ['', paint.bold('accepted by variant'), ...lines];
}

function reasons({ tally }: PoolCounts, outcome: TallyOutcome): string {
  return tally
    .filter((row) => row.outcome === outcome && row.reason !== '')
    .map(({ reason, n }) => `${reason} ${n}`)
    .join(', ');
}
