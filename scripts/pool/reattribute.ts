import type { Attribution } from '../../edge/contract/channels/attribution.ts';
import type { StoredRegistration } from '../../edge/core/ports/pool.ts';
import { compileChannelRules, type CompiledRules } from '../../edge/core/source/compile-channel-rules.ts';
import { attribute } from '../../edge/core/source/resolve-touch.ts';
import { openSqlitePool } from '../../edge/pool/sqlite/open-sqlite-pool.node.ts';
import type { PoolReader } from '../../edge/pool/pool-reader.ts';
import { PlainError } from '../lib/plain-error.ts';
import type { PoolContext } from './context.ts';
import { poolPathOf, readBuilt, withReader } from './open-pool.ts';
import { shortId } from './short-id.ts';
import { table } from './table.ts';

export interface ReattributeOptions {
  readonly apply: boolean;
  readonly json: boolean;
}

/** So many registrations are held in memory and written in one transaction. */
const BATCH_SIZE = 500;

/** So many of each change are shown. */
const MAX_SAMPLES = 3;

/**
 * Derives every attribution anew from the verbatim touches by the rules of the last build. Tells first what would
 * change; `apply` writes it, and what is replaced stays readable.
 */
export async function reattribute(options: ReattributeOptions, context: PoolContext): Promise<number> {
  return withReader(context, async (reader) => {
    const { channels } = await readBuilt(context);
    if (channels === null) {
      throw new PlainError(
        'There is no build here, and so no rules to go by. Run npm run build first; the server works by the same rules.',
      );
    }
    const rules = compileChannelRules(channels);
    const survey = await surveyChanges(reader, rules);
    if (options.json) context.write(`${JSON.stringify(toJson(survey, rules), null, 2)}\n`);
    else context.write(report(survey, { rules, context }));
    if (!options.apply) {
      if (survey.outdated > 0) context.warn(context.paint.dim('Nothing was written. --apply writes it.'));
      return 0;
    }
    const written = await applyChanges(reader, { rules, context });
    context.warn(
      context.paint.good(
        `${written} of ${survey.total} brought to rules ${rules.version}; the earlier ones are kept.`,
      ),
    );
    return 0;
  });
}

interface Survey {
  readonly total: number;
  /** Not by the rules of now, whatever these say. */
  readonly outdated: number;
  /** What would change but the version of the rules, most frequent first. */
  readonly changes: readonly Change[];
}

interface Change {
  readonly from: string;
  readonly to: string;
  readonly n: number;
  readonly samples: readonly Sample[];
}

interface Sample {
  readonly id: string;
  readonly from: Attribution;
  readonly to: Attribution;
}

async function surveyChanges(reader: PoolReader, rules: CompiledRules): Promise<Survey> {
  const changes = new Map<string, { from: string; to: string; n: number; samples: Sample[] }>();
  let total = 0;
  let outdated = 0;
  for await (const page of reader.pages(BATCH_SIZE)) {
    total += page.length;
    for (const { id, attribution: from, touch } of page) {
      const to = attribute(touch, rules);
      if (from.rulesVersion !== to.rulesVersion) outdated += 1;
      if (saysTheSame(from, to)) continue;
      const key = `${from.channel} ${to.channel}`;
      const change = changes.get(key) ?? { from: from.channel, to: to.channel, n: 0, samples: [] };
      change.n += 1;
      if (change.samples.length < MAX_SAMPLES) change.samples.push({ id, from, to });
      changes.set(key, change);
    }
  }
  return { total, outdated, changes: [...changes.values()].toSorted((a, b) => b.n - a.n) };
}

function saysTheSame(a: Attribution, b: Attribution): boolean {
  return (
    a.channel === b.channel && a.source === b.source && a.medium === b.medium && a.campaign === b.campaign
  );
}

/** Reads on while it writes: what is read has its place by its row, which stays. */
async function applyChanges(
  reader: PoolReader,
  { rules, context }: { rules: CompiledRules; context: PoolContext },
): Promise<number> {
  const pool = await openSqlitePool({ path: poolPathOf(context), ifAbsent: 'refuse' });
  const at = context.clock();
  let written = 0;
  try {
    for await (const page of reader.pages(BATCH_SIZE)) {
      const attributions = page.map(({ id, touch }: StoredRegistration) => ({
        id,
        attribution: attribute(touch, rules),
      }));
      written += await pool.reattribute({ at, attributions });
    }
  } finally {
    await pool.close();
  }
  return written;
}

function report(
  { total, outdated, changes }: Survey,
  { rules, context }: { rules: CompiledRules; context: PoolContext },
): string {
  const { paint } = context;
  const changed = changes.reduce((sum, { n }) => sum + n, 0);
  const head = [
    `Rules ${rules.version}, of the last build`,
    `${total} ${total === 1 ? 'registration' : 'registrations'}: ${total - outdated} by these rules already, ` +
      `${outdated - changed} by others that say the same, ${changed} would change`,
  ];
  if (changed === 0) return `${head.join('\n')}\n`;
  const columns = [{ title: 'CHANNEL' }, { title: 'WOULD BE' }, { title: 'N', align: 'right' as const }];
  const rows = changes.map(({ from, to, n }) => [
    from,
    from === to ? `${to} (another source)` : to,
    String(n),
  ]);
  const samples = changes.flatMap((change) => change.samples.map(toRow));
  const sampleColumns = [
    { title: 'E.G.' },
    { title: 'IS', maxWidth: 52 },
    { title: 'WOULD BE', maxWidth: 52 },
  ];
  return [...head, '', table(columns, rows, paint), '', table(sampleColumns, samples, paint), ''].join('\n');
}

function toRow({ id, from, to }: Sample): string[] {
  return [shortId(id), inWords(from), inWords(to)];
}

function inWords({ channel, source, medium, campaign }: Attribution): string {
  return [channel, [source, medium, campaign].filter((part) => part !== null).join(' / ')].join(': ');
}

function toJson({ total, outdated, changes }: Survey, { version }: CompiledRules): object {
  return { rulesVersion: version, total, outdated, changes };
}
