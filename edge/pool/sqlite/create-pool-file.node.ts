import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrateDatabase } from './migrate-database.node.ts';
import { migrations } from './migrations/index.ts';
import { POOL_APPLICATION_ID } from './pool-file.node.ts';

/** A capture writes to the random places of two indexes, and a page is written whole. */
const PAGE_BYTES = 2048;

/**
 * Makes a new, empty pool at `path`, mode 0600. It is made aside and appears whole or not at all; where another
 * process was first, its pool stays.
 */
export async function createPoolFile(path: string): Promise<void> {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draftPath = `${path}.new-${randomBytes(6).toString('hex')}`;
  try {
    closeSync(openSync(draftPath, 'wx', 0o600));
    await fillDraft(draftPath);
    publish(draftPath, path);
    syncFolder(folder);
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(draftPath + suffix, { force: true });
  }
}

async function fillDraft(draftPath: string): Promise<void> {
  const database = new DatabaseSync(draftPath);
  try {
    database.exec(
      `pragma page_size = ${PAGE_BYTES}; pragma application_id = ${POOL_APPLICATION_ID}; pragma synchronous = full`,
    );
    await migrateDatabase(database, migrations);
  } finally {
    database.close();
  }
}

function publish(draftPath: string, path: string): void {
  try {
    linkSync(draftPath, path);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return;
    // Some file systems know no hard links.
    copyFileSync(draftPath, path, constants.COPYFILE_EXCL);
  }
}

function syncFolder(folder: string): void {
  // Windows opens no folder as a file and keeps its directories durable by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
