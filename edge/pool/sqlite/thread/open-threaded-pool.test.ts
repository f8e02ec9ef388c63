import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { testPool } from '../../pool.suite.ts';
import { sampleCapture, sampleId } from '../../sample-capture.suite.ts';
import { openSqliteReader } from '../open-sqlite-reader.node.ts';
import { poolUnderTest } from '../pool-under-test.suite.ts';
import type { SqlitePool } from '../sqlite-pool.ts';
import { openThreadedPool } from './open-threaded-pool.node.ts';

let folder: string;
let path: string;
let threads: Worker[];
const addThread = (thread: Worker): void => void threads.push(thread);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-pool-'));
  path = join(folder, 'pool.sqlite');
  threads = [];
  process.on('worker', addThread);
});
afterEach(() => {
  process.off('worker', addThread);
  rmSync(folder, { recursive: true, force: true });
});

const onThreadLost = vi.fn<(cause: unknown) => void>();
const open = (options: { maxWaitMs?: number; maxQueued?: number } = {}): Promise<SqlitePool> =>
  openThreadedPool({ path, ifAbsent: 'create', onThreadLost, ...options });

/** More than one at a time is work for the thread. */
const captureCrowd = (pool: SqlitePool, name: string, count = 50) =>
  Promise.allSettled(Array.from({ length: count }, (_, n) => pool.capture(sampleCapture(`${name} ${n}`))));

describe('the pool with a thread that writes', () => {
  testPool({ createPool: async () => poolUnderTest(await open(), path) });
});

test('stores a crowd and a single capture alike', async () => {
  const pool = await open();
  const whole = sampleCapture('whole', { chosenAt: 7, journey: '{}' });
  const [first] = await Promise.all([pool.capture(whole), pool.capture(sampleCapture('other'))]);
  expect(first).toEqual({ outcome: 'created', id: whole.id, status: 'accepted' });
  const { fingerprint: _, identities: __, outbox: ___, journey: ____, ...stored } = whole;
  expect(await pool.findRegistration(whole.id)).toEqual(stored);
  await pool.close();
});

test('finishes what waits before it closes, and leaves the file alone', async () => {
  const pool = await open();
  const crowd = captureCrowd(pool, 'a', 600);
  await pool.close();
  expect((await crowd).every(({ status }) => status === 'fulfilled')).toBe(true);
  expect(readdirSync(folder)).toEqual(['pool.sqlite']);
});

test('refuses to open what is no pool', async () => {
  writeFileSync(path, 'something else entirely, and long enough to be looked at');
  await expect(open()).rejects.toMatchObject({ name: 'PoolRefused', code: 'not_a_database' });
});

test('refuses as busy while another process holds the lock, and goes on reading', async () => {
  const pool = await open({ maxWaitMs: 50 });
  const other = new DatabaseSync(path);
  other.exec('begin immediate');
  const crowd = captureCrowd(pool, 'a', 2);
  expect(await pool.findRegistration(sampleId('a 0'))).toBeNull();
  expect(await crowd).toMatchObject([{ reason: { reason: 'busy' } }, { reason: { reason: 'busy' } }]);
  other.exec('commit');
  other.close();
  expect(await captureCrowd(pool, 'a', 2)).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }]);
  await pool.close();
});

test('a lost thread refuses what it held, and the pool goes on without it', async () => {
  const pool = await open();
  const held = captureCrowd(pool, 'held');
  const lost = new Promise<unknown>((resolve) => onThreadLost.mockImplementationOnce(resolve));
  expect(threads).toHaveLength(1);
  setImmediate(() => void threads[0]?.terminate());
  expect(String(await lost)).toContain("the pool's thread ended");
  for (const result of await held) {
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ reason: 'unreachable' });
  }
  // The visitors try again, under the same keys.
  const again = await captureCrowd(pool, 'held');
  expect(again.every(({ status }) => status === 'fulfilled')).toBe(true);
  const reader = await openSqliteReader({ path });
  expect((await reader.counts()).registrations.accepted).toBe(50);
  reader.close();
  await vi.waitFor(() => expect(threads).toHaveLength(2), 10_000);
  await pool.close();
});
