import { join } from 'node:path';
import { createApp } from '../core/app.ts';
import { createKeyring } from '../core/keyring.ts';
import type { Clock, Log } from '../core/ports/app.ts';
import { openSqlitePool } from '../pool/sqlite/open-sqlite-pool.node.ts';
import { createVault } from '../vault/create-vault.ts';
import { createDiskSealedFiles } from '../vault/disk.node.ts';
import { assertFilesOpen } from './assert-files-open.ts';
import { createNodeServer } from './create-node-server.node.ts';
import { createStop } from './create-stop.node.ts';
import { listen } from './listen.node.ts';
import { builtPaths, type NodeConfig } from './node-config.node.ts';
import { readCatalogue } from './read-catalogue.node.ts';
import { indexStaticFiles } from './static-index.node.ts';

export interface RunningServer {
  /** Where this machine reaches it, e.g. `http://localhost:4321`. */
  readonly url: string;
  /** Resolves when all that was under way is done and nothing is left open. */
  stop(): Promise<void>;
}

/**
 * Serves a built site: files, edge, pool and relay in one process.
 * @throws {ConfigError} when the built site, the keys or the port are not fit to start with.
 * @throws {PoolRefused} when the pool is.
 */
export async function startNodeServer(
  config: NodeConfig,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<RunningServer> {
  const { siteFolder, cataloguePath } = builtPaths(config.outFolder);
  const built = await readCatalogue(cataloguePath);
  const origin = config.origin ?? (config.isProduction ? built.site.origin : null);
  const keyring = await createKeyring(config.keys);
  const vault = createVault({ sealedFiles: createDiskSealedFiles({ siteFolder }), keyring, log });
  await assertFilesOpen(built, vault);
  const staticIndex = await indexStaticFiles(siteFolder);
  const pool = await openSqlitePool({ path: join(config.dataFolder, 'pool.sqlite'), ifAbsent: 'create' });

  const server = createNodeServer({
    fetch: (request) => app.fetch(request),
    staticIndex,
    limits: config.limits,
    isSecure: origin?.startsWith('https:') ?? false,
    log,
  });
  const stop = createStop(server);
  const port = await listen(server, config).catch(async (error: unknown) => {
    await pool.close();
    throw error;
  });
  const url = `http://localhost:${port}`;
  const catalogue = { ...built, site: { ...built.site, origin: origin ?? url } };
  const app = createApp({ catalogue, pool, vault, keyring, clock, log, geo: () => null });

  return {
    url,
    async stop() {
      await stop({ timeoutMs: config.limits.shutdownTimeoutMs });
      await pool.close();
    },
  };
}
