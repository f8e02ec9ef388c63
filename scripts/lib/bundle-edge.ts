import { build, type BuildOptions, type Plugin } from 'esbuild';
import { ROOT_FOLDER } from './run-command.ts';

const TARGETS = {
  edge: {
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['edge-light', 'worker', 'browser'],
  },
  nodejs: { platform: 'node' },
} as const satisfies Record<string, BuildOptions>;

/** Bundles what runs on the platform into one file. A Node API in the edge's is an error. */
export async function bundleEdge(options: {
  readonly runtime: keyof typeof TARGETS;
  readonly entry: string;
  readonly outFile: string;
  /** JSON texts that stand in for modules, by the names that are imported. */
  readonly data: Readonly<Record<string, string>>;
}): Promise<void> {
  const { runtime, entry, outFile, data } = options;
  await build({
    ...TARGETS[runtime],
    entryPoints: [entry],
    absWorkingDir: ROOT_FOLDER,
    outfile: outFile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
    plugins: [dataPlugin(data)],
  });
}

function dataPlugin(data: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'gatehouse-data',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^gatehouse:/ }, ({ path }) => ({ path, namespace: 'gatehouse' }));
      onLoad({ filter: /.*/, namespace: 'gatehouse' }, ({ path }) => ({
        contents: data[path] ?? '',
        loader: 'json',
      }));
    },
  };
}
