import { parentPort, workerData } from 'node:worker_threads';
import { PlainError } from '../plain-error.ts';
import { drawSharePictures } from './draw-share-pictures.ts';

// A thread of `makeSharePictures`.
const problem = await drawSharePictures(workerData as Parameters<typeof drawSharePictures>[0]).then(
  () => null,
  (error: unknown) => {
    if (error instanceof PlainError) return error.message;
    throw error;
  },
);
parentPort?.postMessage(problem);
