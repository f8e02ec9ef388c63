import type { PoolUnavailable } from '../../../core/ports/pool.ts';
import type { SqlitePool } from '../sqlite-pool.ts';
import type { WriteLimits } from '../write-limits.ts';

/** What a thread is started with. */
export interface ThreadSettings extends WriteLimits {
  readonly path: string;
}

/** What writes, and so may be done by the thread. */
export type WriteMethod = Exclude<keyof SqlitePool, 'findRegistration' | 'close'>;

/** To the thread: what was asked for in one turn. */
export interface CallBatch {
  readonly calls: readonly PackedCall[];
  /** The bytes of its captures, end to end. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly byteLengths: readonly number[];
}

/** The one argument of `capture` is a `PackedCapture`, that of `recordBehaviour` its JSON; other methods have theirs as they are. */
export type PackedCall = readonly [id: number, method: WriteMethod, ...args: readonly unknown[]];

/** To the thread: finish what was asked for, close the file, and end. */
export const CLOSE = 'close';

/** From the thread, once: it is open and listens. */
export const OPENED = 'opened';

/** From the thread: what was settled in one turn. */
export type OutcomeBatch = readonly Outcome[];

export type Outcome =
  | readonly [id: number, result: 'done', value: unknown]
  | readonly [id: number, result: 'unavailable', reason: PoolUnavailable['reason'], cause: unknown]
  | readonly [id: number, result: 'failed', error: unknown];
