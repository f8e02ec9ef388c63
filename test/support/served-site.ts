import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './run-script.ts';

/** The real server in a process of its own. */
export interface ServedSite {
  readonly url: string;
  /** All that it has printed up to now, its log included. */
  log(): string;
  /** SIGTERM, and wait for the end. */
  stop(): Promise<void>;
  /** SIGKILL: the machine is gone. */
  kill(): Promise<void>;
}

/** Starts `npm run serve` on a free loopback port and resolves when it listens. @throws when it ends before. */
export async function serveSite(env: Readonly<Record<string, string>>): Promise<ServedSite> {
  const server = spawn(process.execPath, [join(ROOT, 'scripts/serve.ts')], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'test', HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(server, 'exit');
  const printed: Buffer[] = [];
  server.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  // A test that is cut off must not leave its server behind.
  const killWithUs = (): void => void server.kill('SIGKILL');
  process.once('exit', killWithUs);
  void exited.then(() => process.off('exit', killWithUs));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    server.kill(signal);
    await exited;
  };
  return {
    url: await listeningUrl(server),
    log: () => Buffer.concat(printed).toString(),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** The server logs lines of JSON; the one that says that it listens has its address. */
async function listeningUrl(server: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: server.stdout! })) {
    if (!line.startsWith('{')) continue;
    const { event, url } = JSON.parse(line) as { event: string; url?: string };
    if (event === 'listening' && url) {
      server.stdout?.resume();
      return url.replace('localhost', '127.0.0.1');
    }
  }
  throw new Error('the server ended before it listened');
}
