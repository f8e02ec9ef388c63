import { PoolUnavailable } from '../../../core/ports/pool.ts';
import { openSqlitePool, type SqlitePoolOptions } from '../open-sqlite-pool.node.ts';
import type { SqlitePool } from '../sqlite-pool.ts';
import { WRITE_LIMITS } from '../write-limits.ts';
import { type PoolThread, startPoolThread, type WriteCall } from './start-pool-thread.node.ts';
import type { WriteMethod } from './thread-messages.ts';

export interface ThreadedPoolOptions extends SqlitePoolOptions {
  /** Hears why the thread was lost; another is started, and until then the pool works without. */
  readonly onThreadLost: (cause: unknown) => void;
}

/**
 * The pool in one SQLite file for a server under load: a thread of its own writes, so that requests are read and
 * answered while others are brought to disk. What comes alone in quiet times is written in place: to wake a thread
 * for it would take longer than the writing.
 * @throws {PoolRefused} rather than start an empty pool where there may have been a full one
 */
export async function openThreadedPool({
  onThreadLost,
  ...options
}: ThreadedPoolOptions): Promise<SqlitePool> {
  const limits = { ...WRITE_LIMITS, ...options };
  const local = await openSqlitePool({ ...options, schedule: queueMicrotask });
  let thread: PoolThread | null = null;
  let turn: WriteCall[] = [];
  let lastCrowdAt = -Infinity;
  let closing: Promise<void> | null = null;
  try {
    await startThread();
  } catch (error) {
    await local.close();
    throw error;
  }

  async function startThread(): Promise<void> {
    const started = await startPoolThread({ ...limits, onLost });
    if (closing) await started.close();
    else thread = started;
  }

  function onLost(cause: unknown): void {
    thread = null;
    if (closing) return;
    onThreadLost(cause);
    setTimeout(restart, RESTART_DELAY_MS).unref();
  }

  function restart(): void {
    if (!closing) startThread().catch(onLost);
  }

  function write<T>(method: WriteMethod, ...args: readonly unknown[]): Promise<T> {
    if (closing) return Promise.reject(new PoolUnavailable('unreachable'));
    if (turn.length + (thread?.underWay ?? 0) >= limits.maxQueued) {
      return Promise.reject(new PoolUnavailable('busy'));
    }
    return new Promise((resolve, reject) => {
      turn.push({ method, args, resolve: resolve as (value: unknown) => void, reject });
      if (turn.length === 1) setImmediate(dispatch);
      if (turn.length === MAX_TURN) dispatch();
    });
  }

  function dispatch(): void {
    if (turn.length === 0) return;
    const calls = turn;
    turn = [];
    if (thread === null || isQuiet(calls)) for (const call of calls) runHere(call);
    else thread.send(calls);
  }

  function isQuiet(calls: readonly WriteCall[]): boolean {
    const now = performance.now();
    if (calls.length > MAX_QUIET || thread?.underWay !== 0) lastCrowdAt = now;
    return now - lastCrowdAt > QUIET_AFTER_MS;
  }

  function runHere({ method, args, resolve, reject }: WriteCall): void {
    const run = local[method] as (...args: readonly unknown[]) => Promise<unknown>;
    run(...args).then(resolve, reject);
  }

  return {
    capture: (capture) => write('capture', capture),
    reject: (rejection) => write('reject', rejection),
    findRegistration: local.findRegistration,
    requestDownloadMail: (request) => write('requestDownloadMail', request),
    recordBehaviour: (batch) => write('recordBehaviour', batch),
    countApart: (count) => write('countApart', count),
    claim: (request) => write('claim', request),
    settle: (delivery, outcome, now) => write('settle', delivery, outcome, now),
    release: (request) => write('release', request),
    reattribute: (request) => write('reattribute', request),
    ping: () => write('ping'),
    close: () => (closing ??= close()),
  };

  async function close(): Promise<void> {
    dispatch();
    await thread?.close();
    await local.close();
  }
}

/** A turn can be long: so many calls are sent without waiting for its end, and the thread has work meanwhile. */
const MAX_TURN = 8;

const RESTART_DELAY_MS = 1000;

/** Calls of one turn that are no crowd: one capture, and what the relay may write beside it. */
const MAX_QUIET = 2;

/** So long after the last crowd, calls are few again. */
const QUIET_AFTER_MS = 50;
