import { parentPort, workerData } from 'node:worker_threads';
import { sealAll } from './seal-assets.ts';

// The thread of `sealAssets`.
parentPort?.postMessage(await sealAll(workerData as Parameters<typeof sealAll>[0]));
