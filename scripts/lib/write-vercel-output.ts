import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtPaths } from '../../edge/entry/node-config.node.ts';
import { bundleFunction, type VercelRuntime } from './bundle-function.ts';
import { FUNCTION_NAME, vercelRoutes } from './vercel-routes.ts';

/** What the platform takes on its smallest plan, compressed. */
const MAX_FUNCTION_BYTES = 1_000_000;

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
  const functionFolder = join(vercelFolder, 'functions', `${FUNCTION_NAME}.func`);
  await rm(vercelFolder, { recursive: true, force: true });
  await mkdir(functionFolder, { recursive: true });
  // The platform compresses by itself.
  await cp(siteFolder, join(vercelFolder, 'static'), {
    recursive: true,
    filter: (path) => !/\.(?:br|gz)$/.test(path),
  });
  const outFile = join(functionFolder, 'index.mjs');
  await bundleFunction({ runtime, cataloguePath, outFile });
  await writeJson(join(functionFolder, '.vc-config.json'), FUNCTION_CONFIG[runtime]);
  await writeJson(join(vercelFolder, 'config.json'), { version: 3, routes: vercelRoutes() });

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
