import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { dev, type HookParameters } from 'astro';
import { isEdgePath } from '../edge/contract/routes.ts';
import { createLog } from '../edge/entry/create-log.ts';
import { loadNodeConfig } from '../edge/entry/node-config.node.ts';
import { contentRoot } from '../site/loader/folder/content-root.node.ts';
import { createDevPictures, type DevPicture as DevFile } from './lib/dev-pictures.ts';
import { createDevSearch } from './lib/search/dev-search.ts';
import { createDevEdge } from './lib/dev-edge.ts';
import { tellIssues } from './lib/dev-issues.ts';
import { createDevVariants } from './lib/dev-variants.ts';
import { ROOT_FOLDER } from './lib/run-command.ts';
import { runMain } from './lib/run-main.ts';
import { stopOnSignals } from './lib/stop-on-signals.ts';
import { waitForContent } from './lib/wait-for-content.ts';
import { warnOfNewKeys } from './lib/warn-of-new-keys.ts';

type ViteServer = HookParameters<'astro:server:setup'>['server'];

/** Shows in every page what is wrong with the content. */
const OVERLAY = fileURLToPath(new URL('../site/dev/issues-overlay.ts', import.meta.url));

await runMain(async () => {
  const place = { env: process.env, cwd: process.cwd() };
  const config = await loadNodeConfig(place);
  warnOfNewKeys(config.keys);
  const log = createLog({
    write: (line) => console.log(line),
    clock: Date.now,
    format: process.stdout.isTTY ? 'pretty' : 'json',
  });
  process.env['GATEHOUSE_CONTENT'] = contentRoot(place);
  const { host, port } = config;
  await waitForContent({ contentRoot: contentRoot(place), host, port, log });

  let vite!: ViteServer;
  const server = await dev({
    root: ROOT_FOLDER,
    server: { host, port },
    integrations: [
      {
        name: 'gatehouse-edge',
        hooks: {
          'astro:config:setup': ({ injectRoute, injectScript }) => {
            injectScript('page', `import ${JSON.stringify(OVERLAY)};`);
            for (const page of ['blocks', 'matrix']) {
              injectRoute({
                pattern: `/gatehouse/${page}`,
                entrypoint: new URL(`../site/dev/${page}.astro`, import.meta.url),
              });
            }
          },
          'astro:server:setup': (setup) => {
            vite = setup.server;
            tellIssues({ vite, contentRoot: contentRoot(place) });
          },
        },
      },
    ],
  });
  const origin = `http://localhost:${server.address.port}`;
  const edge = createDevEdge({ vite, config, contentRoot: contentRoot(place), origin, log });
  const answer = getRequestListener((request) =>
    edge.fetch(request).catch((error: unknown) => {
      log('error', 'dev_edge_failed', { cause: String(error) });
      return new Response(`${String(error)}\n`, { status: 500 });
    }),
  );
  const pictureAt = createDevPictures(contentRoot(place));
  const searchFileAt = createDevSearch(contentRoot(place));
  const variantFor = createDevVariants(contentRoot(place));
  // Before everything of Astro's, which would answer 404 for what is no page of it.
  vite.middlewares.stack.unshift({
    route: '',
    handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => {
      const { pathname } = new URL(`http://host${request.url ?? '/'}`);
      if (isEdgePath(pathname)) void answer(request, response);
      else
        void pictureAt(pathname)
          .then(async (picture) => picture ?? (await searchFileAt(pathname)))
          .then(async (file) => {
            if (file) return sendFile(response, file);
            request.url = (await variantFor(request)) ?? request.url ?? '/';
            next();
          })
          .catch(next);
    },
  });
  log('info', 'listening', { url: origin });
  stopOnSignals({
    log,
    stop: async () => {
      await server.stop();
      await edge.close();
    },
  });
});

function sendFile(response: ServerResponse, file: DevFile): void {
  response.writeHead(200, { 'content-type': file.mediaType, 'cache-control': 'no-store' });
  response.end(file.bytes);
}
