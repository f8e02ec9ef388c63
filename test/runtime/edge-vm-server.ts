import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SourceTextModule } from 'node:vm';
import { EdgeVM } from '@edge-runtime/vm';
import { lookup } from 'mrmime';
import type { VercelRoute } from '../../scripts/lib/vercel-routes.ts';

/**
 * Stands in for the platform: goes through the routes of the output, runs the built function and middleware as they
 * are in a bare edge VM, and gives them their static files. Started as a process of its own
 * (`--experimental-vm-modules`); sends `{ port, leaks }` once it listens.
 */
const [vercelFolder = '', environment = '{}'] = process.argv.slice(2);

type EdgeFunction = (request: Request) => Response | Promise<Response>;

const NODE_GLOBALS = ['process', 'Buffer', 'require', 'module', 'global', '__dirname', 'setImmediate'];

const vm = new EdgeVM();
// Looked at before anything is put in: a VM that leaks Node proves nothing.
const leaks = NODE_GLOBALS.filter((name) => vm.evaluate<string>(`typeof ${name}`) !== 'undefined');
vm.evaluate(`globalThis.process = { env: ${environment} }`);
const { routes } = JSON.parse(await readFile(join(vercelFolder, 'config.json'), 'utf8')) as {
  routes: VercelRoute[];
};
const handler = await loadFunction('gatehouse');
const middleware = routes.some((route) => 'middlewarePath' in route)
  ? await loadFunction('middleware')
  : undefined;

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.destroy();
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port, leaks }));
process.once('disconnect', () => process.exit(0));

async function loadFunction(name: string): Promise<EdgeFunction> {
  const code = await readFile(join(vercelFolder, `functions/${name}.func/index.mjs`), 'utf8');
  const module = new SourceTextModule(code, { context: vm.context, identifier: `${name}.mjs` });
  await module.link((specifier) => {
    throw new Error(`the function imports ${specifier}; the platform has nothing to import`);
  });
  await module.evaluate();
  return (module.namespace as { default: EdgeFunction }).default;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let [path = '/'] = (request.url ?? '/').split('?', 1);
  const headers: Record<string, string> = {};
  for (const route of routes) {
    if ('handle' in route) {
      if (await sendStatic(path, { response, headers })) return;
      continue;
    }
    const match = new RegExp(route.src).exec(path);
    if (!match) continue;
    if (route.continue) Object.assign(headers, route.headers);
    if (route.middlewarePath) {
      const result = await middleware!(await toRequest(request));
      const rewritten = result.headers.get('x-middleware-rewrite');
      if (rewritten) path = new URL(rewritten).pathname;
      else if (result.headers.get('x-middleware-next') !== '1') return send(result, response);
    } else if (route.dest === '/gatehouse') {
      return send(await handler(await toRequest(request)), response);
    } else if (route.headers?.['location']) {
      const location = route.headers['location'].replace('$1', match[1] ?? '');
      response.writeHead(route.status ?? 308, { ...headers, location }).end();
      return;
    } else if (route.dest) {
      await sendStatic(route.dest, { response, headers, status: route.status });
      return;
    }
  }
}

async function sendStatic(
  path: string,
  options: { response: ServerResponse; headers: Record<string, string>; status?: number | undefined },
): Promise<boolean> {
  const { response, headers, status = 200 } = options;
  const name = path.endsWith('/') ? `${path}index.html` : path;
  const file = await readFile(join(vercelFolder, 'static', name)).catch(() => null);
  if (!file) return false;
  response.writeHead(status, { 'content-type': lookup(name) ?? 'application/octet-stream', ...headers });
  response.end(file);
  return true;
}

async function toRequest(request: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/', headers } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return new vm.context.Request(`http://${headers.host ?? ''}${url}`, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(chunks.length > 0 ? { body: new Uint8Array(Buffer.concat(chunks)) } : {}),
  });
}

async function send(result: Response, response: ServerResponse): Promise<void> {
  response.writeHead(result.status, Object.fromEntries(result.headers));
  for await (const chunk of result.body ?? []) response.write(chunk);
  response.end();
}
