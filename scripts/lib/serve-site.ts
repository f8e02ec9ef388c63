import { join, relative } from 'node:path';
import { styleText } from 'node:util';
import { createLog } from '../../edge/entry/create-log.ts';
import { startNodeServer } from '../../edge/entry/node.node.ts';
import { loadNodeConfig, type NodeConfig } from '../../edge/entry/node-config.node.ts';
import { drawBox } from './draw-box.ts';
import { stopOnSignals } from './stop-on-signals.ts';
import { warnOfNewKeys } from './warn-of-new-keys.ts';

/**
 * Serves the built site until a signal ends it. People at a terminal get a welcome, machines lines of JSON.
 * @throws {ConfigError} when there is something to put right first.
 */
export async function serveSite(): Promise<void> {
  const config = await loadNodeConfig({ env: process.env, cwd: process.cwd() });
  warnOfNewKeys(config.keys);
  const isTerminal = process.stdout.isTTY;
  const log = createLog({
    write: (line) => process.stdout.write(`${line}\n`),
    clock: Date.now,
    format: isTerminal ? 'pretty' : 'json',
  });
  const server = await startNodeServer(config, { clock: Date.now, log });
  if (isTerminal) console.log(welcome(config, server.url));
  else log('info', 'listening', { url: server.url, host: config.host, dataFolder: config.dataFolder });
  stopOnSignals({ stop: () => server.stop(), log });
}

function welcome(config: NodeConfig, url: string): string {
  const row = (name: string, text: string): string => `${styleText('dim', name.padEnd(8))}${text}`;
  const path = (name: string): string => {
    const absolute = join(config.dataFolder, name);
    const short = relative(process.cwd(), absolute);
    return short.startsWith('..') ? absolute : short;
  };
  return drawBox([
    styleText('bold', 'Gatehouse is open.'),
    '',
    row('Site', styleText(['cyan', 'underline'], url)),
    row('Pool', `${path('pool.sqlite')}   ${styleText('dim', 'npm run pool shows the registrations')}`),
    row(
      'Mails',
      config.resendApiKey
        ? 'sent by Resend'
        : `${path('mail')}   ${styleText('dim', 'written, not sent: no RESEND_API_KEY')}`,
    ),
    row('Content', `content/   ${styleText('dim', 'npm run dev shows changes at once')}`),
    row('Stop', 'Ctrl+C'),
  ]);
}
