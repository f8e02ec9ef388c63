import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { PoolRefused } from '../pool-refused.ts';

/** "GATE": written into the header of every pool. Source: sqlite.org/fileformat.html, offset 68. */
export const POOL_APPLICATION_ID = 0x47415445;

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

/**
 * Looks at the files of a pool without opening them as a database, so that nothing of them changes.
 * @throws {PoolRefused} unless there is a pool, or nothing at all
 */
export function inspectPoolFile(path: string): 'absent' | 'pool' {
  const bytes = existsSync(path) ? statSync(path).size : null;
  const walPath = `${path}-wal`;
  if (!bytes && existsSync(walPath)) {
    throw new PoolRefused(
      'lost_main_file',
      `${path} is ${bytes === null ? 'missing' : 'empty'}, but ${walPath} is there: registrations may stand in it.\n` +
        'Nothing was changed. Put the main file back beside it and start again. If it is lost for good, move the\n' +
        '-wal and -shm files to a safe place, restore the latest backup, and start again.',
    );
  }
  if (bytes === null) return 'absent';
  if (bytes === 0) {
    throw new PoolRefused(
      'empty_file',
      `${path} is an empty file, not a pool. Nothing was changed.\n` +
        'Restore the latest backup in its place. If there never was a pool here, delete the empty file; the next\n' +
        'start makes a new pool.',
    );
  }
  inspectHeader(path, bytes, existsSync(walPath));
  return 'pool';
}

function inspectHeader(path: string, bytes: number, hasWal: boolean): void {
  const header = readHeader(path);
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new PoolRefused(
      'not_a_database',
      `${path} is not a database: it is another kind of file, or damaged. Nothing was changed.\n` +
        'Keep it and any -wal file beside it, restore the latest backup in their place, and start again.',
    );
  }
  if (header.readUInt32BE(68) !== POOL_APPLICATION_ID) {
    throw new PoolRefused(
      'not_ours',
      `${path} is a database of another program, not a pool. Nothing was changed.\n` +
        'Name another folder in GATEHOUSE_DATA, or move that file away.',
    );
  }
  // While there is a WAL the main file may lag behind its own header.
  if (!hasWal && bytes < header.readUInt32BE(28) * pageBytes(header)) throw damaged(path, 'it is cut short');
}

export function damaged(path: string, what: string): PoolRefused {
  return new PoolRefused(
    'damaged',
    `${path} is damaged: ${what}. Nothing was changed.\n` +
      'Keep it and any -wal file beside it, restore the latest backup in their place, and start again.\n' +
      'What can still be read: sqlite3 pool.sqlite .recover',
  );
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  return header;
}

/** 65,536 does not fit the two bytes and is written as 1. */
function pageBytes(header: Buffer): number {
  const written = header.readUInt16BE(16);
  return written === 1 ? 65_536 : written;
}
