import { PoolUnavailable } from '../core/ports/pool.ts';

/** A connection with one transaction at a time; every call returns when the statement has run. */
export interface Transactional {
  begin(): void;
  /** Returns when the transaction is durable. */
  commit(): void;
  /** Ends the transaction if there is one; never throws. */
  rollback(): void;
  savepoint(): void;
  releaseSavepoint(): void;
  rollbackToSavepoint(): void;
  /** `PoolUnavailable` for an error after which no work of this transaction can succeed, else the error itself. */
  translate(error: unknown): unknown;
}

export interface GroupCommitOptions {
  readonly connection: Transactional;
  /** Runs a task when the current turn has been heard out, e.g. `setImmediate`. */
  readonly schedule: (task: () => void) => void;
  readonly delay: (task: () => void, ms: number) => void;
  /** Monotonic, ms. */
  readonly elapsed: () => number;
  /** Work that waits; more is refused as `busy`. */
  readonly maxQueued: number;
  /** Work in one transaction: bounds how long the turn is held. */
  readonly maxBatch: number;
  /** How long work waits for another process's transaction. */
  readonly maxWaitMs: number;
}

export interface GroupCommit {
  /**
   * Runs `work` in a transaction shared with whatever else arrives in the same turn, and resolves only when it
   * is durable. Work that throws is undone alone and hurts no other; work may run twice, the first time undone.
   * @throws {PoolUnavailable} busy: too much waits already, or another process holds the lock too long
   */
  run<T>(work: () => T): Promise<T>;
  /** Finishes what waits and takes nothing more. */
  close(): Promise<void>;
}

/** One fsync for many: the price of durability is paid once a turn, not once a capture. */
export function createGroupCommit(options: GroupCommitOptions): GroupCommit {
  const { connection, schedule, delay, elapsed, maxQueued, maxBatch, maxWaitMs } = options;
  let queue: Job[] = [];
  let isScheduled = false;
  let isClosed = false;
  let onIdle: (() => void) | null = null;

  return {
    run(work) {
      if (isClosed) return Promise.reject(new PoolUnavailable('unreachable'));
      if (queue.length >= maxQueued) return Promise.reject(new PoolUnavailable('busy'));
      return new Promise((resolve, reject) => {
        queue.push({ work, resolve: resolve as (value: unknown) => void, reject, queuedAt: elapsed() });
        scheduleFlush();
      });
    },
    close() {
      isClosed = true;
      if (queue.length === 0) return Promise.resolve();
      return new Promise((resolve) => {
        onIdle = resolve;
      });
    },
  };

  function scheduleFlush(): void {
    if (isScheduled) return;
    isScheduled = true;
    schedule(flush);
  }

  function flush(): void {
    isScheduled = false;
    try {
      connection.begin();
    } catch (error) {
      const translated = connection.translate(error);
      if (isBusy(translated)) waitForLock(translated);
      else refuseAll(takeBatch(), translated);
      return continueOrRest();
    }
    settleBatch(connection, takeBatch());
    continueOrRest();
  }

  function waitForLock(error: unknown): void {
    const deadline = elapsed() - maxWaitMs;
    refuseAll(
      queue.filter((job) => job.queuedAt <= deadline),
      error,
    );
    queue = queue.filter((job) => job.queuedAt > deadline);
    if (queue.length === 0) return;
    isScheduled = true;
    delay(flush, LOCK_RETRY_MS);
  }

  function takeBatch(): Job[] {
    return queue.splice(0, maxBatch);
  }

  function continueOrRest(): void {
    if (queue.length > 0) scheduleFlush();
    else onIdle?.();
  }
}

const LOCK_RETRY_MS = 10;

interface Job {
  readonly work: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly queuedAt: number;
}

/**
 * Runs the jobs in the transaction that has begun. Bad work is rare, so the batch runs without savepoints first:
 * only when a job throws is all undone and run again with a savepoint each.
 */
function settleBatch(connection: Transactional, batch: readonly Job[]): void {
  try {
    const values = batch.map((job) => job.work());
    connection.commit();
    for (const [index, job] of batch.entries()) job.resolve(values[index]);
  } catch (error) {
    connection.rollback();
    const translated = connection.translate(error);
    if (batch.length === 1 || translated instanceof PoolUnavailable) refuseAll(batch, translated);
    else settleIsolated(connection, batch);
  }
}

function settleIsolated(connection: Transactional, batch: readonly Job[]): void {
  try {
    connection.begin();
    const settle = batch.map((job) => runIsolated(connection, job));
    connection.commit();
    for (const settleJob of settle) settleJob();
  } catch (error) {
    connection.rollback();
    refuseAll(batch, connection.translate(error));
  }
}

/** Does one job and answers how to settle it once the transaction is durable. @throws what ends them all */
function runIsolated(connection: Transactional, job: Job): () => void {
  connection.savepoint();
  try {
    const value = job.work();
    connection.releaseSavepoint();
    return () => job.resolve(value);
  } catch (error) {
    if (connection.translate(error) instanceof PoolUnavailable) throw error;
    connection.rollbackToSavepoint();
    return () => job.reject(error);
  }
}

function refuseAll(jobs: readonly Job[], error: unknown): void {
  for (const job of jobs) job.reject(error);
}

function isBusy(error: unknown): boolean {
  return error instanceof PoolUnavailable && error.reason === 'busy';
}
