import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testPool } from '../pool.suite.ts';
import { sampleCapture, sampleId } from '../sample-capture.suite.ts';
import { createSqlitePool } from './create-sqlite-pool.node.ts';
import { openDatabase } from './open-database.node.ts';
import { openSqlitePool } from './open-sqlite-pool.node.ts';
import { openSqliteReader } from './open-sqlite-reader.node.ts';
import { poolUnderTest } from './pool-under-test.suite.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-pool-'));
  path = join(folder, 'pool.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the pool in SQLite', () => {
  testPool({
    createPool: async () => poolUnderTest(await openSqlitePool({ path, ifAbsent: 'create' }), path),
  });
});

describe('the file', () => {
  test('is readable by its owner alone, and nothing else is left beside it', async () => {
    const pool = await openSqlitePool({ path, ifAbsent: 'create' });
    await pool.capture(sampleCapture('a'));
    expect(readdirSync(folder).toSorted()).toEqual(['pool.sqlite', 'pool.sqlite-shm', 'pool.sqlite-wal']);
    for (const name of readdirSync(folder)) {
      expect([name, (statSync(join(folder, name)).mode & 0o777).toString(8)]).toEqual([name, '600']);
    }
    await pool.close();
    expect(readdirSync(folder)).toEqual(['pool.sqlite']);
  });

  test('keeps every registration over a restart', async () => {
    const first = await openSqlitePool({ path, ifAbsent: 'create' });
    await first.capture(sampleCapture('a'));
    await first.close();
    const second = await openSqlitePool({ path, ifAbsent: 'refuse' });
    expect(await second.findRegistration(sampleId('a'))).toMatchObject({ id: sampleId('a') });
    await second.close();
  });

  test('is made once by two openings at the same time', async () => {
    const pools = await Promise.all([1, 2].map(() => openSqlitePool({ path, ifAbsent: 'create' })));
    await Promise.all(pools.map((pool, n) => pool.capture(sampleCapture(`${n}`))));
    const [first, second] = pools;
    expect(await first?.findRegistration(sampleId('1'))).not.toBeNull();
    expect(await second?.findRegistration(sampleId('0'))).not.toBeNull();
    await Promise.all(pools.map((pool) => pool.close()));
  });

  test('that is moved away takes no more captures', async () => {
    const pool = await openSqlitePool({ path, ifAbsent: 'create' });
    renameSync(path, `${path}.moved`);
    await expect(pool.capture(sampleCapture('a'))).rejects.toMatchObject({ reason: 'unreachable' });
    renameSync(`${path}.moved`, path);
    await expect(pool.capture(sampleCapture('a'))).resolves.toMatchObject({ outcome: 'created' });
    await pool.close();
  });
});

describe('two processes on one file', () => {
  test('store every capture once and count it once', async () => {
    await Promise.all(['a', 'b', 'c'].map((prefix) => runCaptures(prefix, 40)));
    const reader = await openSqliteReader({ path });
    const { registrations, tally } = await reader.counts();
    reader.close();
    expect(registrations.accepted).toBe(4 * 40);
    expect(tally).toEqual([
      { outcome: 'accepted', reason: '', n: 4 * 40 },
      { outcome: 'received', reason: '', n: 4 * 40 },
      { outcome: 'replayed', reason: '', n: 2 * 40 },
    ]);
  });

  test('wait for each other without holding up their own turn', async () => {
    const pool = await openSqlitePool({ path, ifAbsent: 'create' });
    const other = new DatabaseSync(path);
    other.exec('begin immediate');
    const captured = pool.capture(sampleCapture('a'));
    expect(await pool.findRegistration(sampleId('a'))).toBeNull();
    setTimeout(() => other.exec('commit'), 60);
    await expect(captured).resolves.toMatchObject({ outcome: 'created' });
    other.close();
    await pool.close();
  });

  test('refuse as busy when the wait is too long; the retry makes one row', async () => {
    const pool = await openSqlitePool({ path, ifAbsent: 'create', maxWaitMs: 50 });
    const other = new DatabaseSync(path);
    other.exec('begin immediate');
    const [first, second] = await Promise.allSettled([
      pool.capture(sampleCapture('a')),
      pool.reject({ reason: 'cross_site', at: 0 }),
    ]);
    expect(first).toMatchObject({ status: 'rejected', reason: { reason: 'busy' } });
    expect(second).toMatchObject({ status: 'rejected', reason: { reason: 'busy' } });
    other.exec('commit');
    other.close();
    await expect(pool.capture(sampleCapture('a'))).resolves.toMatchObject({ outcome: 'created' });
    await pool.close();
  });
});

describe('a pool under pressure', () => {
  test('refuses as busy what exceeds its queue and stores the rest', async () => {
    const pool = await openSqlitePool({ path, ifAbsent: 'create', maxQueued: 10 });
    const captures = Array.from({ length: 12 }, (_, n) => pool.capture(sampleCapture(`${n}`)));
    const results = await Promise.allSettled(captures);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(results.at(-1)).toMatchObject({ status: 'rejected', reason: { reason: 'busy' } });
    await pool.close();
  });

  test('finishes what waits before it closes', async () => {
    const pool = await openSqlitePool({ path, ifAbsent: 'create' });
    const captures = Array.from({ length: 600 }, (_, n) => pool.capture(sampleCapture(`${n}`)));
    await pool.close();
    const results = await Promise.all(captures);
    expect(results.every(({ outcome }) => outcome === 'created')).toBe(true);
  });

  test('refuses a capture whole when the disk is full, and recovers by itself', async () => {
    const database = await openDatabase({ path, ifAbsent: 'create', busyTimeoutMs: 20 });
    const pool = createSqlitePool(database, { path, maxWaitMs: 1000, maxQueued: 100 });
    await pool.capture(sampleCapture('a'));
    const pages = database.prepare('pragma page_count').get()?.['page_count'];
    database.exec(`pragma max_page_count = ${Number(pages) + 2}`);
    const large = sampleCapture('large', { answers: new Uint8Array(200_000) });
    const results = await Promise.allSettled([pool.capture(large), pool.capture(sampleCapture('b'))]);
    expect(results).toMatchObject([
      { status: 'rejected', reason: { reason: 'full' } },
      { status: 'rejected', reason: { reason: 'full' } },
    ]);
    expect(await pool.findRegistration(sampleId('large'))).toBeNull();
    database.exec('pragma max_page_count = 4294967294');
    await expect(pool.capture(large)).resolves.toMatchObject({ outcome: 'created' });
    expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    await pool.close();
  });
});

function runCaptures(prefix: string, count: number): Promise<void> {
  const script = fileURLToPath(import.meta.resolve('./capture-many.suite.ts'));
  const child = spawn(process.execPath, [script, path, prefix, String(count)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`exit ${code}: ${stderr}`))));
  });
}
