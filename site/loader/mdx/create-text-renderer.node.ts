import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PageText } from './page-text.ts';
import { renderText } from './render-text.ts';

type TextSource = Parameters<typeof renderText>[0];

/** Renders texts on several threads at once, this one among them. */
export interface TextRenderer {
  render(source: TextSource): Promise<PageText>;
  close(): Promise<void>;
}

interface Job {
  readonly source: TextSource;
  readonly done: PromiseWithResolvers<PageText>;
}

/** So few that the threads end at the same time, so many that they seldom wait for each other. */
const TEXTS_AT_A_TIME = 16;

export function createTextRenderer({ threads }: { readonly threads: number }): TextRenderer {
  const queue: Job[] = [];
  let isRendering = false;
  const workers: ReturnType<typeof startWorker>[] = [];

  function startWorker(): { pull: () => void; close: () => Promise<number> } {
    const worker = new Worker(new URL('render-worker.node.ts', import.meta.url));
    let isBusy = false;
    const pull = (): void => {
      if (isBusy || queue.length === 0) return;
      isBusy = true;
      void renderThere(worker, queue.splice(0, TEXTS_AT_A_TIME)).finally(() => {
        isBusy = false;
        pull();
      });
    };
    return { pull, close: () => worker.terminate() };
  }

  /** One text a turn, so that the answers of the other threads are heard in between. */
  function renderHere(): void {
    const job = queue.shift();
    isRendering = job !== undefined;
    if (!job) return;
    settle(job, () => renderText(job.source));
    setImmediate(renderHere);
  }

  return {
    render(source) {
      const done = Promise.withResolvers<PageText>();
      queue.push({ source, done });
      if (!isRendering) {
        isRendering = true;
        setImmediate(renderHere);
      }
      if (queue.length < TEXTS_AT_A_TIME) return done.promise;
      if (workers.length < threads - 1) workers.push(startWorker());
      for (const { pull } of workers) if (queue.length >= TEXTS_AT_A_TIME) pull();
      return done.promise;
    },
    async close() {
      await Promise.all(workers.map(({ close }) => close()));
    },
  };
}

async function renderThere(worker: Worker, jobs: readonly Job[]): Promise<void> {
  try {
    worker.postMessage(jobs.map(({ source }) => source));
    const [rendered] = (await once(worker, 'message')) as [readonly PageText[]];
    jobs.forEach(({ done }, index) => done.resolve(rendered[index]!));
  } catch (error) {
    for (const { done } of jobs) done.reject(error);
  }
}

function settle({ done }: Job, render: () => PageText): void {
  try {
    done.resolve(render());
  } catch (error) {
    done.reject(error);
  }
}
