import type { RegistrationSummary } from '../../edge/pool/pool-reader.ts';
import type { RegistrationStatus } from '../../edge/core/ports/pool.ts';
import { PlainError } from '../lib/plain-error.ts';
import { formatTime, type PoolContext } from './context.ts';
import { withReader } from './open-pool.ts';
import { shortId } from './short-id.ts';
import { table } from './table.ts';

export interface ListOptions {
  readonly limit: string;
  readonly status?: string | undefined;
  readonly json: boolean;
}

const COLUMNS = [
  { title: 'ID' },
  { title: 'TIME' },
  { title: 'ENTRY', maxWidth: 36 },
  { title: 'VAR' },
  { title: 'LANG' },
  { title: 'FORM', maxWidth: 16 },
  { title: 'STATUS' },
  { title: 'CHANNEL', maxWidth: 16 },
  { title: 'SOURCE', maxWidth: 20 },
  { title: 'MEDIUM', maxWidth: 12 },
  { title: 'CAMPAIGN', maxWidth: 20 },
  { title: 'REFERRER', maxWidth: 24 },
  { title: 'COUNTRY' },
];

/** The newest registrations, without personal data. */
export async function list(options: ListOptions, context: PoolContext): Promise<number> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1) throw new PlainError('--limit takes a number from 1 up.');
  const status = readStatus(options.status);
  const rows = await withReader(context, (reader) => reader.list({ limit, status }));
  if (options.json) {
    context.write(`${JSON.stringify(rows.map(toJson), null, 2)}\n`);
    return 0;
  }
  if (rows.length === 0) {
    context.write('No registrations yet.\n');
    return 0;
  }
  const cells = rows.map((row) => toCells(row, context));
  context.write(`${table(COLUMNS, cells, { bold: context.paint.bold })}\n`);
  if (rows.length === limit)
    context.warn(context.paint.dim(`The newest ${limit}; --limit ${limit * 10} shows more.`));
  return 0;
}

function toCells(row: RegistrationSummary, context: PoolContext): string[] {
  return [
    shortId(row.id),
    formatTime(row.at, context),
    row.entry,
    row.variant ?? '–',
    row.locale,
    row.form,
    row.status === 'quarantined' ? `quarantined: ${row.reason ?? ''}` : row.status,
    row.attribution.channel,
    row.attribution.source,
    row.attribution.medium,
    row.attribution.campaign ?? '–',
    hostOf(row.referrer) ?? '–',
    row.country ?? '–',
  ];
}

function toJson({ landingUrl: _, referrer, at, attribution, ...row }: RegistrationSummary): object {
  return { ...row, ...attribution, at: new Date(at).toISOString(), referrerHost: hostOf(referrer) };
}

function readStatus(status: string | undefined): RegistrationStatus | undefined {
  if (status === undefined || status === 'accepted' || status === 'quarantined') return status;
  throw new PlainError(`--status takes "accepted" or "quarantined", not "${status}".`);
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).host : url;
}
