import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Catalogue } from '../../edge/contract/catalogue.ts';
import { generateKeys } from '../../edge/core/generate-keys.ts';
import { builtPaths, loadNodeConfig, type NodeConfig } from '../../edge/entry/node-config.node.ts';
import { startNodeServer } from '../../edge/entry/node.node.ts';
import { openNodeEdge } from '../../edge/entry/open-node-edge.node.ts';
import { runCommand, ROOT_FOLDER } from '../../scripts/lib/run-command.ts';
import { writeVercelOutput } from '../../scripts/lib/write-vercel-output.ts';

/** One way to run the edge. */
export interface Runtime {
  readonly name: string;
  /** Scheme and host that requests carry. */
  readonly origin: string;
  fetch(request: Request): Promise<Response>;
}

export interface Runtimes {
  readonly all: readonly Runtime[];
  readonly contentRoot: string;
  /** Of the pool that all but the direct one share. */
  readonly poolPath: string;
  /** Of the edge function, compressed. */
  readonly functionBytes: number;
  /** Of the middleware, compressed. */
  readonly middlewareBytes: number;
  /** Node globals that were found in the bare VM. */
  readonly leaks: readonly string[];
  stop(): Promise<void>;
}

export const RUNTIME_NAMES = ['direct fetch', 'Node server', 'bare edge VM', 'Node function'] as const;

/** Builds the sample site once and starts it in every runtime; the functions use the Node server's pool. */
export async function startRuntimes(): Promise<Runtimes> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-runtimes-'));
  const contentRoot = join(ROOT_FOLDER, 'content');
  const { keys, indexKey } = generateKeys();
  const env = {
    HOST: '127.0.0.1',
    PORT: '0',
    GATEHOUSE_CONTENT: contentRoot,
    GATEHOUSE_DATA: join(folder, 'data'),
    GATEHOUSE_OUT: join(folder, 'dist'),
    GATEHOUSE_KEYS: keys,
    GATEHOUSE_INDEX_KEY: indexKey,
    GATEHOUSE_POOL_TOKEN: generateKeys().indexKey,
  };
  const built = await runCommand('node', ['scripts/build.ts'], { env });
  if (built.code !== 0) throw new Error(built.output);
  const outputs = { edge: join(folder, 'edge'), nodejs: join(folder, 'nodejs') };
  const outFolder = env.GATEHOUSE_OUT;
  const functionBytes = await writeVercelOutput({ outFolder, vercelFolder: outputs.edge, runtime: 'edge' });
  await writeVercelOutput({ outFolder, vercelFolder: outputs.nodejs, runtime: 'nodejs' });

  const config = await loadNodeConfig({ env, cwd: folder });
  const direct = await startDirect({ ...config, dataFolder: join(folder, 'direct') });
  const node = await startNodeServer(config, { clock: Date.now, log: () => undefined });
  const functionEnv = { ...env, GATEHOUSE_POOL_URL: `${node.url}/api/pool/` };
  const vm = await startPlatform('edge-vm-server.ts', { vercelFolder: outputs.edge, env: functionEnv });
  const nodeFunction = await startPlatform('vercel-node-server.ts', {
    vercelFolder: outputs.nodejs,
    env: functionEnv,
  });
  return {
    all: [
      { name: 'direct fetch', origin: 'http://direct.example', fetch: direct.fetch },
      overNetwork('Node server', node.url),
      overNetwork('bare edge VM', vm.origin),
      overNetwork('Node function', nodeFunction.origin),
    ],
    contentRoot,
    poolPath: join(config.dataFolder, 'pool.sqlite'),
    functionBytes,
    middlewareBytes: gzipSync(await readFile(join(outputs.edge, 'functions/middleware.func/index.mjs')))
      .length,
    leaks: vm.leaks,
    async stop() {
      await Promise.all([vm.stop(), nodeFunction.stop(), direct.stop()]);
      await node.stop();
      await rm(folder, { recursive: true });
    },
  };
}

async function startDirect(
  config: NodeConfig,
): Promise<{ fetch: (request: Request) => Promise<Response>; stop: () => Promise<void> }> {
  const { siteFolder, cataloguePath } = builtPaths(config.outFolder);
  const edge = await openNodeEdge(config, { siteFolder, clock: Date.now, log: () => undefined });
  const service = edge.serve(JSON.parse(await readFile(cataloguePath, 'utf8')) as Catalogue);
  return {
    fetch: async (request) => service.fetch(request),
    async stop() {
      await service.stop();
      await edge.close();
    },
  };
}

interface Platform {
  readonly origin: string;
  readonly leaks: readonly string[];
  stop(): Promise<void>;
}

async function startPlatform(
  script: string,
  { vercelFolder, env }: { vercelFolder: string; env: Readonly<Record<string, string>> },
): Promise<Platform> {
  const child: ChildProcess = fork(join(import.meta.dirname, script), [vercelFolder, JSON.stringify(env)], {
    execArgv: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${script} ended with ${String(code)}`))),
  ])) as [{ port: number; leaks: string[] }];
  return {
    origin: `http://127.0.0.1:${message.port}`,
    leaks: message.leaks,
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

function overNetwork(name: string, origin: string): Runtime {
  return { name, origin, fetch: (request) => fetch(request, { redirect: 'manual' }) };
}
