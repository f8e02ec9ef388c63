import type { Clock, Log } from '../core/ports/app.ts';
import { experimentsByPath } from '../core/split/experiments-by-path.ts';
import { assertFilesOpen } from './assert-files-open.ts';
import { createNodeServer } from './create-node-server.node.ts';
import { createStop } from './create-stop.node.ts';
import { listen } from './listen.node.ts';
import { builtPaths, type NodeConfig } from './node-config.node.ts';
import { openNodeEdge } from './open-node-edge.node.ts';
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
 * @throws {PoolRefused} when the pool is not.
 */
export async function startNodeServer(
  config: NodeConfig,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<RunningServer> {
  const { siteFolder, cataloguePath } = builtPaths(config.outFolder);
  const built = await readCatalogue(cataloguePath);
  const staticIndex = await indexStaticFiles(siteFolder);
  const origin = config.origin ?? (config.isProduction ? built.site.origin : null);
  const edge = await openNodeEdge(config, { siteFolder, clock, log });
  try {
    await assertFilesOpen(built, edge.vault);
    const server = createNodeServer({
      fetch: (request) => service.fetch(request),
      staticIndex,
      experiments: experimentsByPath(built),
      limits: config.limits,
      siteLocale: built.site.defaultLocale,
      isSecure: origin?.startsWith('https:') ?? false,
      log,
    });
    const stopServer = createStop(server);
    const url = `http://localhost:${await listen(server, config)}`;
    // Its links carry the port, so it is made once the server listens, in the same turn: no request comes before.
    const { insight } = built.site;
    const service = edge.serve({
      ...built,
      site: {
        ...built.site,
        origin: origin ?? url,
        insight: insight && { ...insight, upstream: config.insightUpstream ?? insight.upstream },
      },
    });
    return {
      url,
      async stop() {
        await stopServer({ timeoutMs: config.limits.shutdownTimeoutMs });
        await service.stop();
        await edge.close();
      },
    };
  } catch (error) {
    await edge.close();
    throw error;
  }
}
