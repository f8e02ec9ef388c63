import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { ROOT_FOLDER } from './run-command.ts';

export type VercelRuntime = 'edge' | 'nodejs';

const TARGETS: Readonly<Record<VercelRuntime, BuildOptions>> = {
  edge: {
    entryPoints: ['edge/entry/vercel.ts'],
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['edge-light', 'worker', 'browser'],
  },
  nodejs: { entryPoints: ['edge/entry/vercel-node.node.ts'], platform: 'node' },
};

/** Bundles the edge function, catalogue included, into one file. A Node API in the edge's is an error. */
export async function bundleFunction(options: {
  readonly runtime: VercelRuntime;
  readonly cataloguePath: string;
  readonly outFile: string;
}): Promise<void> {
  const { runtime, cataloguePath, outFile } = options;
  await build({
    ...TARGETS[runtime],
    absWorkingDir: ROOT_FOLDER,
    outfile: outFile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
    plugins: [cataloguePlugin(cataloguePath)],
  });
}

function cataloguePlugin(cataloguePath: string): Plugin {
  return {
    name: 'gatehouse-catalogue',
    setup({ onResolve }) {
      onResolve({ filter: /^gatehouse:catalogue$/ }, () => ({ path: join(cataloguePath) }));
    },
  };
}
