import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Attribution } from '../../contract/channels/attribution.ts';
import type { ConsentRecord } from '../../contract/registration.ts';
import { PoolUnavailable } from '../../core/ports/pool.ts';
import type { Transactional } from '../group-commit.ts';
import type { TallyOutcome } from '../schema.ts';
import { createInsertRows } from './insert-rows.node.ts';
import { toPoolError } from './sqlite-error.node.ts';

/** The connection with what one transaction gathers: counts to add, strings interned. */
export interface Session extends Transactional {
  count(at: number, outcome: TallyOutcome, reason?: string): void;
  termId(value: string): number;
  consentSetId(records: readonly ConsentRecord[]): number;
  attributionId(attribution: Attribution): number;
}

export function createSession(database: DatabaseSync, path: string): Session {
  const folder = dirname(path);
  const openedInode = statSync(path).ino;
  const begin = database.prepare('begin immediate');
  const commit = database.prepare('commit');
  const rollback = database.prepare('rollback');
  const savepoint = database.prepare('savepoint work');
  const release = database.prepare('release work');
  const rollbackTo = database.prepare('rollback to work');
  const counts = createCounts(database);
  const terms = createInterner(
    database.prepare('select id from term where value = ?'),
    database.prepare('insert into term (value) values (?)'),
  );
  const consentSets = createInterner(
    database.prepare('select id from consent_set where records = ?'),
    database.prepare('insert into consent_set (records) values (?)'),
  );
  const attributions = createInterner(
    database.prepare(
      `select id from attribution where ${ATTRIBUTION.map((name) => `${name} = ?`).join(' and ')}`,
    ),
    database.prepare(
      `insert into attribution (${ATTRIBUTION.join()}) values (${ATTRIBUTION.map(() => '?').join()})`,
    ),
  );
  const interners = [terms, consentSets, attributions];

  /** Captures of one choice share their records. */
  const jsonOf = new WeakMap<readonly ConsentRecord[], string>();

  return {
    begin() {
      // A deleted file would take writes until the last handle closes, and lose them all.
      if (inode(path) !== openedInode) throw new PoolUnavailable('unreachable', { cause: goneError(path) });
      begin.run();
    },
    commit() {
      counts.write();
      commit.run();
      for (const { keep } of interners) keep();
    },
    rollback() {
      counts.forget();
      for (const { forget } of interners) forget();
      if (database.isTransaction) rollback.run();
    },
    savepoint() {
      savepoint.run();
    },
    releaseSavepoint() {
      release.run();
      counts.mark();
    },
    rollbackToSavepoint() {
      rollbackTo.run();
      release.run();
      counts.forgetSinceMark();
      for (const { forget } of interners) forget();
    },
    translate: (error) => toPoolError(error, folder),
    count: counts.add,
    termId: terms.id,
    consentSetId(records) {
      let json = jsonOf.get(records);
      if (json === undefined) jsonOf.set(records, (json = JSON.stringify(records)));
      return consentSets.id(json);
    },
    attributionId({ source, medium, campaign, channel, rule, rulesVersion }) {
      const values = [source, medium, campaign ?? '', channel, rule, rulesVersion];
      return attributions.id(values.join('\n'), values);
    },
  };
}

/** In the order of `attributionId`. */
const ATTRIBUTION = ['source', 'medium', 'campaign', 'channel', 'rule', 'rules_version'];

const MS_PER_DAY = 86_400_000;
const MAX_INTERNED = 10_000;

function inode(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? null;
}

function goneError(path: string): Error {
  return new Error(`${path} was moved or replaced while the pool was open; restart to use what is there now`);
}

/** Gathers a transaction's counts, so that each row of the tally is written once however many captures it counts. */
function createCounts(database: DatabaseSync) {
  const addRows = createInsertRows(database, {
    into: 'tally (day, outcome, reason, n)',
    row: '(?, ?, ?, ?)',
    onConflict: 'on conflict do update set n = n + excluded.n',
  });
  let pending: Count[] = [];
  let marked = 0;

  return {
    add(at: number, outcome: TallyOutcome, reason = ''): void {
      pending.push({ day: Math.floor(at / MS_PER_DAY), outcome, reason });
    },
    mark(): void {
      marked = pending.length;
    },
    forgetSinceMark(): void {
      pending.length = marked;
    },
    forget(): void {
      pending = [];
      marked = 0;
    },
    write(): void {
      addRows([...sumUp(pending)].map(([{ day, outcome, reason }, n]) => [day, outcome, reason, n]));
      pending = [];
      marked = 0;
    },
  };
}

function sumUp(counts: readonly Count[]): Iterable<[Count, number]> {
  const sums = new Map<string, [Count, number]>();
  for (const count of counts) {
    const key = `${count.day} ${count.outcome} ${count.reason}`;
    const sum = sums.get(key);
    if (sum) sum[1] += 1;
    else sums.set(key, [count, 1]);
  }
  return sums.values();
}

interface Count {
  readonly day: number;
  readonly outcome: TallyOutcome;
  readonly reason: string;
}

/** Ids of interned values. What the running transaction added is trusted only once it is durable. */
function createInterner(find: StatementSync, insert: StatementSync) {
  const known = new Map<string, number>();
  const fresh = new Map<string, number>();

  return {
    /** @param columns What is stored of it, where that is more than the value. */
    id(value: string, columns: readonly string[] = [value]): number {
      const trusted = known.get(value);
      if (trusted !== undefined) return trusted;
      const id = fresh.get(value) ?? read(columns) ?? Number(insert.run(...columns).lastInsertRowid);
      fresh.set(value, id);
      return id;
    },
    keep(): void {
      if (known.size > MAX_INTERNED) known.clear();
      for (const [value, id] of fresh) known.set(value, id);
      fresh.clear();
    },
    forget(): void {
      fresh.clear();
    },
  };

  function read(columns: readonly string[]): number | undefined {
    return find.get(...columns)?.['id'] as number | undefined;
  }
}
