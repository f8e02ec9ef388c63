import { parentPort } from 'node:worker_threads';
import { renderText } from './render-text.ts';

// A thread of `createTextRenderer`: gets texts, answers with them rendered, in the same order.
parentPort?.on('message', (sources: readonly Parameters<typeof renderText>[0][]) => {
  parentPort?.postMessage(sources.map((source) => renderText(source)));
});
