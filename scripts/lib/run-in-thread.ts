import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Runs a script on a thread of its own with `data` as its `workerData`; resolves to its first message. */
export async function runInThread<Result>(script: URL, data: unknown): Promise<Result> {
  const worker = new Worker(script, { workerData: data });
  try {
    const [result] = (await once(worker, 'message')) as [Result];
    return result;
  } finally {
    await worker.terminate();
  }
}
