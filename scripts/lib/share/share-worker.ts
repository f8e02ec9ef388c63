import { parentPort, workerData } from 'node:worker_threads';
import { drawSharePictures } from './draw-share-pictures.ts';

// A thread of `makeSharePictures`.
await drawSharePictures(workerData as Parameters<typeof drawSharePictures>[0]);
parentPort?.postMessage('done');
