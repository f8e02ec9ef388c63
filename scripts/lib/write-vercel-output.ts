import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Catalogue } from '../../edge/contract/catalogue.ts';
import { experimentsByPath } from '../../edge/core/split/experiments-by-path.ts';
import { builtPaths } from '../../edge/entry/node-config.node.ts';
import { bundleEdge } from './bundle-edge.ts';
import { FUNCTION_NAME, MIDDLEWARE_NAME, vercelRoutes } from './vercel-routes.ts';

export type VercelRuntime = 'edge' | 'nodejs';

/** What the platform takes on its smallest plan, compressed. */
const MAX_FUNCTION_BYTES = 1_000_000;

const ENTRIES: Readonly<Record<VercelRuntime, string>> = {
  edge: 'edge/entry/vercel.ts',
  nodejs: 'edge/entry/vercel-node.node.ts',
};

const FUNCTION_CONFIG = {
  edge: { runtime: 'edge', entrypoint: 'index.mjs' },
  nodejs: {
    runtime: 'nodejs24.x',
    handler: 'index.mjs',
    launcherType: 'Nodejs',
    shouldAddHelpers: false,
    supportsResponseStreaming: true,
  },
} as const satisfies Record<VercelRuntime, unknown>;

/**
 * Turns a built site into a Build Output API v3 folder, which `vercel deploy --prebuilt` takes as it is.
 * Resolves to the function's compressed size in bytes.
 */
export async function writeVercelOutput(options: {
  readonly outFolder: string;
  readonly vercelFolder: string;
  readonly runtime: VercelRuntime;
}): Promise<number> {
  const { outFolder, vercelFolder, runtime } = options;
  const { siteFolder, cataloguePath } = builtPaths(outFolder);
  const catalogue = await readFile(cataloguePath, 'utf8');
  const experiments = experimentsByPath(JSON.parse(catalogue) as Catalogue);
  await rm(vercelFolder, { recursive: true, force: true });
  // The platform compresses by itself.
  await cp(siteFolder, join(vercelFolder, 'static'), {
    recursive: true,
    filter: (path) => !/\.(?:br|gz)$/.test(path),
  });
  const bytes = await writeFunction(vercelFolder, {
    name: FUNCTION_NAME,
    runtime,
    entry: ENTRIES[runtime],
    data: { 'gatehouse:catalogue': catalogue },
  });
  if (experiments.size > 0) {
    await writeFunction(vercelFolder, {
      name: MIDDLEWARE_NAME,
      runtime: 'edge',
      entry: 'edge/entry/middleware.ts',
      data: { 'gatehouse:experiments': JSON.stringify(Object.fromEntries(experiments)) },
    });
  }
  const routes = vercelRoutes({ splitPaths: [...experiments.keys()] });
  await writeJson(join(vercelFolder, 'config.json'), { version: 3, routes });
  return bytes;
}

async function writeFunction(
  vercelFolder: string,
  options: {
    readonly name: string;
    readonly runtime: VercelRuntime;
    readonly entry: string;
    readonly data: Readonly<Record<string, string>>;
  },
): Promise<number> {
  const { name, runtime, entry, data } = options;
  const folder = join(vercelFolder, 'functions', `${name}.func`);
  const outFile = join(folder, 'index.mjs');
  await mkdir(folder, { recursive: true });
  await bundleEdge({ runtime, entry, outFile, data });
  await writeJson(join(folder, '.vc-config.json'), FUNCTION_CONFIG[runtime]);
  const bytes = gzipSync(await readFile(outFile)).length;
  if (bytes > MAX_FUNCTION_BYTES) {
    throw new Error(
      `the function takes ${bytes} bytes compressed; the platform allows ${MAX_FUNCTION_BYTES}`,
    );
  }
  return bytes;
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
