import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Capture, PoolUnavailable } from '../../../core/ports/pool.ts';
import { packCapture } from './pack-capture.ts';
import {
  type CallBatch,
  CLOSE,
  type Outcome,
  type OutcomeBatch,
  type PackedCall,
  type ThreadSettings,
  type WriteMethod,
} from './thread-messages.ts';

/** A thread that writes to the pool, so that the caller's need not wait for the disk. */
export interface PoolThread {
  /** Calls sent and not yet settled. */
  readonly underWay: number;
  /** Takes everything asked for in one turn; each call is settled when its outcome is durable. */
  send(calls: readonly WriteCall[]): void;
  /** Resolves when all is settled, the file closed and the thread gone. */
  close(): Promise<void>;
}

export interface WriteCall {
  readonly method: WriteMethod;
  readonly args: readonly unknown[];
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export interface PoolThreadOptions extends ThreadSettings {
  /** The thread is gone though nobody closed it. What was under way in it was refused as `unreachable`. */
  readonly onLost: (cause: unknown) => void;
}

/** Resolves when the thread is connected to the pool, which must have been opened and found fit before. */
export async function startPoolThread({ onLost, ...settings }: PoolThreadOptions): Promise<PoolThread> {
  const worker = new Worker(new URL('./pool-thread.node.ts', import.meta.url), { workerData: settings });
  await once(worker, 'message');
  const underWay = new Map<number, WriteCall>();
  let lastId = 0;
  let isClosing = false;
  let failure: Error | undefined;

  worker.on('message', (outcomes: OutcomeBatch) => {
    for (const outcome of outcomes) settle(outcome);
  });
  worker.on('error', (error: Error) => {
    failure = error;
  });
  worker.on('exit', (code) => {
    const cause = failure ?? new Error(`the pool's thread ended with ${code}`);
    for (const call of underWay.values()) call.reject(new PoolUnavailable('unreachable', { cause }));
    underWay.clear();
    if (!isClosing) onLost(cause);
  });

  return {
    get underWay() {
      return underWay.size;
    },
    send(calls) {
      const batch = packCalls(calls, (call) => {
        lastId += 1;
        underWay.set(lastId, call);
        return lastId;
      });
      worker.postMessage(batch, [batch.bytes.buffer]);
    },
    async close() {
      isClosing = true;
      const gone = once(worker, 'exit');
      worker.postMessage(CLOSE);
      await gone;
    },
  };

  function settle([id, result, value, cause]: Outcome): void {
    const call = underWay.get(id);
    underWay.delete(id);
    if (result === 'done') call?.resolve(value);
    else if (result === 'failed') call?.reject(value);
    else call?.reject(new PoolUnavailable(value, { cause }));
  }
}

function packCalls(calls: readonly WriteCall[], register: (call: WriteCall) => number): CallBatch {
  const parts: Uint8Array[] = [];
  const add = (part: Uint8Array): void => void parts.push(part);
  const packed = calls.map((call): PackedCall => {
    const { method, args } = call;
    const id = register(call);
    if (method === 'capture') return [id, method, packCapture(args[0] as Capture, add)];
    // Many small objects are cloned in three times the time that their text takes.
    if (method === 'recordBehaviour') return [id, method, JSON.stringify(args[0])];
    return [id, method, ...args];
  });
  const byteLengths = parts.map(({ length }) => length);
  const bytes = new Uint8Array(byteLengths.reduce((sum, length) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return { calls: packed, bytes, byteLengths };
}
