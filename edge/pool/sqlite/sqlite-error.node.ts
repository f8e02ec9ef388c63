import { statfsSync } from 'node:fs';
import { PoolUnavailable } from '../../core/ports/pool.ts';

/** Primary result codes. Source: sqlite.org/rescode.html */
const FULL = 13;
const IO_ERROR = 10;
const BUSY_CODES: ReadonlySet<number> = new Set([5, 6]);
/** No memory, read-only, I/O error, corrupt, can't open, locking protocol, no permission, not a database. */
const UNREACHABLE_CODES: ReadonlySet<number> = new Set([7, 8, IO_ERROR, 11, 14, 15, 23, 26]);

/** `PoolUnavailable` where the database as a whole can't take the write; any other error as it is. */
export function toPoolError(error: unknown, folder: string): unknown {
  const code = primaryCode(error);
  if (code === null) return error;
  if (code === FULL || (code === IO_ERROR && isDiskFull(folder))) {
    return new PoolUnavailable('full', { cause: error });
  }
  if (BUSY_CODES.has(code)) return new PoolUnavailable('busy', { cause: error });
  if (UNREACHABLE_CODES.has(code)) return new PoolUnavailable('unreachable', { cause: error });
  return error;
}

/** True where less is free than one batch of captures could need. */
export function isDiskFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < MIN_FREE_BYTES;
}

/** Corrupt, or not a database at all. */
export function isCorruption(error: unknown): boolean {
  const code = primaryCode(error);
  return code === 11 || code === 26;
}

const MIN_FREE_BYTES = 1024 * 1024;

function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}
