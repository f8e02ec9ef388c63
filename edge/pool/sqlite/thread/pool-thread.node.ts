import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type BehaviourBatch, PoolUnavailable } from '../../../core/ports/pool.ts';
import { connect } from '../connect.node.ts';
import { createSqlitePool } from '../create-sqlite-pool.node.ts';
import type { SqlitePool } from '../sqlite-pool.ts';
import { BUSY_TIMEOUT_MS } from '../write-limits.ts';
import { type NextBytes, type PackedCapture, unpackCapture } from './pack-capture.ts';
import {
  type CallBatch,
  CLOSE,
  OPENED,
  type Outcome,
  type PackedCall,
  type ThreadSettings,
} from './thread-messages.ts';

// A thread of its own with a connection of its own; `startPoolThread` speaks with it.
if (!parentPort) throw new Error('this module runs in a worker thread only');
const settings = workerData as ThreadSettings;
const database = connect(settings.path, { busyTimeoutMs: BUSY_TIMEOUT_MS });
serve(createSqlitePool(database, settings), parentPort);
parentPort.postMessage(OPENED);

function serve(pool: SqlitePool, port: MessagePort): void {
  let settled: Outcome[] = [];

  port.on('message', (message: CallBatch | typeof CLOSE) => {
    if (message === CLOSE) return void pool.close().then(() => port.close());
    const next = readerOf(message);
    for (const call of message.calls) {
      run(pool, call, next).then(
        (value) => settle([call[0], 'done', value]),
        (error: unknown) => settle(packError(call[0], error)),
      );
    }
  });

  /** All that one commit settles goes back in one message. */
  function settle(outcome: Outcome): void {
    if (settled.push(outcome) === 1) queueMicrotask(report);
  }

  function report(): void {
    port.postMessage(settled);
    settled = [];
  }
}

function run(pool: SqlitePool, [, method, ...args]: PackedCall, next: NextBytes): Promise<unknown> {
  if (method === 'capture') return pool.capture(unpackCapture(args[0] as PackedCapture, next));
  if (method === 'recordBehaviour')
    return pool.recordBehaviour(JSON.parse(args[0] as string) as BehaviourBatch);
  return (pool[method] as (...args: readonly unknown[]) => Promise<unknown>)(...args);
}

function packError(id: number, error: unknown): Outcome {
  if (error instanceof PoolUnavailable) return [id, 'unavailable', error.reason, error.cause];
  return [id, 'failed', error];
}

function readerOf({ bytes, byteLengths }: CallBatch): NextBytes {
  let position = 0;
  let offset = 0;
  return () => {
    const start = offset;
    offset += byteLengths[position] ?? 0;
    position += 1;
    return bytes.subarray(start, offset);
  };
}
