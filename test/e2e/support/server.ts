import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '../../..');

/**
 * Builds the sample site once and serves it with the real server, on a free port, with its own data folder:
 * `GATEHOUSE_E2E_URL` and `GATEHOUSE_E2E_DATA` tell the tests where.
 */
export default async function startSite(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-'));
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    GATEHOUSE_OUT: join(folder, 'dist'),
    GATEHOUSE_DATA: join(folder, 'data'),
  };
  await runToEnd('scripts/build.ts', env);
  const server = spawn(process.execPath, ['scripts/serve.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.env['GATEHOUSE_E2E_URL'] = await urlOf(server);
  process.env['GATEHOUSE_E2E_DATA'] = env.GATEHOUSE_DATA;
  return async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
}

async function runToEnd(script: string, env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [script], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${script} failed:\n${output}`);
}

/** The server logs lines of JSON; the one that says that it listens has its address. */
async function urlOf(server: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: server.stdout! })) {
    if (!line.startsWith('{')) continue;
    const { event, url } = JSON.parse(line) as { event: string; url?: string };
    if (event === 'listening' && url) {
      server.stdout?.resume();
      return url;
    }
  }
  throw new Error('the server ended before it listened');
}
