import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { HookParameters } from 'astro';
import type { Catalogue } from '../../edge/contract/catalogue.ts';
import { createKeyring } from '../../edge/core/keyring.ts';
import type { Log } from '../../edge/core/ports/app.ts';
import type { NodeConfig } from '../../edge/entry/node-config.node.ts';
import type { EdgeService, NodeEdge, openNodeEdge } from '../../edge/entry/open-node-edge.node.ts';
import { loadContent } from '../../site/loader/load-content.node.ts';
import { readTemplates, TEMPLATES_FOLDER } from './collect-templates.ts';
import { composeCatalogue } from './compose-catalogue.ts';
import { sealAssets } from './seal-assets.ts';

type ViteServer = HookParameters<'astro:server:setup'>['server'];

/** The edge beside Astro's dev server. */
export interface DevEdge {
  /** Answers with the code and content as they are now. */
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

const EDGE_MODULE = '/edge/entry/open-node-edge.node.ts';

/**
 * Runs the edge out of Vite's module graph: after a change of its code the next request gets the new code, after
 * a change of content a new catalogue. The pool stays where it is.
 */
export function createDevEdge(options: {
  readonly vite: ViteServer;
  readonly config: NodeConfig;
  readonly contentRoot: string;
  /** Of the dev server, e.g. `http://localhost:4321`. */
  readonly origin: string;
  readonly log: Log;
}): DevEdge {
  const { vite, config, contentRoot, origin, log } = options;
  const siteFolder = join(config.dataFolder, 'cache');
  let open: typeof openNodeEdge | undefined;
  let edge: NodeEdge | undefined;
  let service: EdgeService | undefined;
  let isStale = true;
  let refreshing: Promise<EdgeService> | undefined;

  vite.watcher.add(contentRoot);
  vite.watcher.on('all', () => {
    isStale = true;
  });

  async function close(): Promise<void> {
    await service?.stop();
    await edge?.close();
    service = edge = undefined;
  }

  async function refresh(): Promise<EdgeService> {
    const module = (await vite.ssrLoadModule(EDGE_MODULE)) as { openNodeEdge: typeof openNodeEdge };
    if (open !== module.openNodeEdge) {
      await close();
      open = module.openNodeEdge;
      edge = await open(config, { siteFolder, clock: Date.now, log });
    }
    if (service && !isStale) return service;
    isStale = false;
    const catalogue = await composeNow();
    await service?.stop();
    return (service = edge!.serve(catalogue));
  }

  async function composeNow(): Promise<Catalogue> {
    const { content } = await loadContent(contentRoot, { isWriting: true });
    if (!content) throw new Error('The content has problems: see the page, or run npm run check:content.');
    await mkdir(siteFolder, { recursive: true });
    const { sealKeys } = await createKeyring(config.keys);
    const sealed = await sealAssets({ content, contentRoot, siteFolder, sealKeys });
    const catalogue = composeCatalogue(content, {
      sealedPaths: new Map([...sealed].map(([id, { sealedPath }]) => [id, sealedPath])),
      templates: await readTemplates((path) => fetchTemplate(origin, path)),
    });
    return { ...catalogue, site: { ...catalogue.site, origin } };
  }

  return {
    async fetch(request) {
      // Requests that come together share one look at what has changed.
      refreshing ??= refresh().finally(() => (refreshing = undefined));
      return (await refreshing).fetch(request);
    },
    close,
  };
}

/** Astro's dev server wants the slash at the end of every address it draws. */
async function fetchTemplate(origin: string, path: string): Promise<string> {
  const response = await fetch(`${origin}/${TEMPLATES_FOLDER}/${path.replace(/\/?$/, '/')}`);
  const text = await response.text();
  if (response.ok) return text;
  throw new Error(`The template ${path} could not be drawn: the dev server answered ${response.status}.`);
}
