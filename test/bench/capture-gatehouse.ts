import { join } from 'node:path';
import { startNodeServer } from '../../edge/entry/node.node.ts';
import { loadNodeConfig } from '../../edge/entry/node-config.node.ts';
import { reportReady } from './lib/bench-server.ts';

// The server of `npm start` with nothing switched off: guards, encryption, outbox, relay, request log.
const dataFolder = process.argv[2] ?? '';
const config = await loadNodeConfig({
  env: { ...process.env, GATEHOUSE_DATA: dataFolder, PORT: '0' },
  cwd: join(import.meta.dirname, '../..'),
});
const server = await startNodeServer(config, {
  clock: Date.now,
  log: (level, event, facts) => {
    JSON.stringify({ level, event, ...facts });
  },
});
reportReady(Number(new URL(server.url).port));
