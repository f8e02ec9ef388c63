import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleCapture } from '../sample-capture.suite.ts';
import { assertSafeSqlite } from './assert-safe-sqlite.ts';
import { openDatabase } from './open-database.node.ts';
import { openSqlitePool } from './open-sqlite-pool.node.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-pool-'));
  path = join(folder, 'pool.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const open = () => openDatabase({ path, ifAbsent: 'create', busyTimeoutMs: 100 });

/** The message without this machine's folder, and proof that the files stayed as they were. */
async function refusal(start: () => Promise<unknown> = open): Promise<string> {
  const before = snapshot();
  const message = await start().then(
    () => 'opened',
    (error: Error) => `${error.name} ${'code' in error ? String(error.code) : ''}\n${error.message}`,
  );
  expect(snapshot()).toEqual(before);
  return message.replaceAll(folder, '<folder>');
}

function snapshot(): [string, string][] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]);
}

async function makePool(count: number): Promise<void> {
  const pool = await openSqlitePool({ path, ifAbsent: 'create' });
  await Promise.all(Array.from({ length: count }, (_, n) => pool.capture(sampleCapture(`${n}`))));
  await pool.close();
}

describe('opening refuses, changes nothing, and says how to go on', () => {
  test('where there is no pool and none is to be made', async () => {
    const start = () => openDatabase({ path, ifAbsent: 'refuse', busyTimeoutMs: 100 });
    expect(await refusal(start)).toMatchInlineSnapshot(`
      "PoolRefused no_pool
      There is no pool yet at <folder>/pool.sqlite.
      It is made when the server starts for the first time: npm start"
    `);
  });

  test('where the main file is missing but its WAL is there', async () => {
    writeFileSync(`${path}-wal`, 'frames');
    expect(await refusal()).toMatchInlineSnapshot(`
      "PoolRefused lost_main_file
      <folder>/pool.sqlite is missing, but <folder>/pool.sqlite-wal is there: registrations may stand in it.
      Nothing was changed. Put the main file back beside it and start again. If it is lost for good, move the
      -wal and -shm files to a safe place, restore the latest backup, and start again."
    `);
  });

  test('where the main file is empty but its WAL is there', async () => {
    writeFileSync(path, '');
    writeFileSync(`${path}-wal`, 'frames');
    expect(await refusal()).toMatchInlineSnapshot(`
      "PoolRefused lost_main_file
      <folder>/pool.sqlite is empty, but <folder>/pool.sqlite-wal is there: registrations may stand in it.
      Nothing was changed. Put the main file back beside it and start again. If it is lost for good, move the
      -wal and -shm files to a safe place, restore the latest backup, and start again."
    `);
  });

  test('an empty file', async () => {
    writeFileSync(path, '');
    expect(await refusal()).toMatchInlineSnapshot(`
      "PoolRefused empty_file
      <folder>/pool.sqlite is an empty file, not a pool. Nothing was changed.
      Restore the latest backup in its place. If there never was a pool here, delete the empty file; the next
      start makes a new pool."
    `);
  });

  test('a file that is no database', async () => {
    writeFileSync(path, 'id,name\n1,Lin\n'.repeat(100));
    expect(await refusal()).toMatchInlineSnapshot(`
      "PoolRefused not_a_database
      <folder>/pool.sqlite is not a database: it is another kind of file, or damaged. Nothing was changed.
      Keep it and any -wal file beside it, restore the latest backup in their place, and start again."
    `);
  });

  test('the database of another program', async () => {
    const other = new DatabaseSync(path);
    other.exec('create table note (text)');
    other.close();
    expect(await refusal()).toMatchInlineSnapshot(`
      "PoolRefused not_ours
      <folder>/pool.sqlite is a database of another program, not a pool. Nothing was changed.
      Name another folder in GATEHOUSE_DATA, or move that file away."
    `);
  });

  test('a pool that is cut short', async () => {
    await makePool(50);
    truncateSync(path, 40_000);
    expect(await refusal()).toMatchInlineSnapshot(`
      "PoolRefused damaged
      <folder>/pool.sqlite is damaged: it is cut short. Nothing was changed.
      Keep it and any -wal file beside it, restore the latest backup in their place, and start again.
      What can still be read: sqlite3 pool.sqlite .recover"
    `);
  });

  test('a pool with scrambled pages', async () => {
    await makePool(50);
    const bytes = readFileSync(path);
    bytes.fill(0xa5, bytes.length - (bytes.length >> 2));
    writeFileSync(path, bytes);
    expect(await refusal()).toMatchInlineSnapshot(`
      "PoolRefused damaged
      <folder>/pool.sqlite is damaged: SQLite finds its pages out of order. Nothing was changed.
      Keep it and any -wal file beside it, restore the latest backup in their place, and start again.
      What can still be read: sqlite3 pool.sqlite .recover"
    `);
  });

  test('a damaged pool, and leaves its WAL unmerged', async () => {
    const living = await openSqlitePool({ path: join(folder, 'living.sqlite'), ifAbsent: 'create' });
    await Promise.all(Array.from({ length: 50 }, (_, n) => living.capture(sampleCapture(`${n}`))));
    copyFileSync(join(folder, 'living.sqlite-wal'), `${path}-wal`);
    await living.close();
    const bytes = readFileSync(join(folder, 'living.sqlite'));
    rmSync(join(folder, 'living.sqlite'));
    writeFileSync(path, bytes.fill(0xa5, 8192, 16_384));
    const files = [path, `${path}-wal`];
    const before = files.map((file) => readFileSync(file));
    await expect(open()).rejects.toMatchObject({ code: 'damaged' });
    expect(files.map((file) => readFileSync(file))).toEqual(before);
  });

  test('a pool of a newer Gatehouse', async () => {
    await makePool(0);
    const database = new DatabaseSync(path);
    database.exec(`insert into kysely_migration values ('0999-later', '2030-01-01T00:00:00.000Z')`);
    database.close();
    expect(await refusal()).toMatchInlineSnapshot(`
      "PoolRefused newer
      This pool was written by a newer Gatehouse (it has the migration 0999-later), so it was not opened.
      Update this checkout, or restore a backup made before the update."
    `);
  });
});

describe('SQLite versions', () => {
  test.each(['3.7.0', '3.46.1', '3.51.2'])('%s is refused', (version) => {
    expect(() => assertSafeSqlite(version)).toThrow(`SQLite ${version} can lose`);
  });

  test.each(['3.51.3', '3.52.0', '3.53.4', '4.0.0'])('%s is taken', (version) => {
    expect(() => assertSafeSqlite(version)).not.toThrow();
  });

  test('the refusal says what to do', () => {
    expect(() => assertSafeSqlite('3.46.1')).toThrowErrorMatchingInlineSnapshot(`
      [PoolRefused: SQLite 3.46.1 can lose a committed registration (fixed in 3.51.3), so the pool was not opened.
      Run Gatehouse with the Node that it brings along: \`npm install\`, then its npm scripts.]
    `);
  });
});

describe('an open database', () => {
  test('is durable and strict', async () => {
    const database = await open();
    const pragma = (name: string) => Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0];
    expect(
      Object.fromEntries(['journal_mode', 'synchronous', 'foreign_keys'].map((name) => [name, pragma(name)])),
    ).toMatchInlineSnapshot(`
      {
        "foreign_keys": 1,
        "journal_mode": "wal",
        "synchronous": 2,
      }
    `);
    database.close();
  });
});
