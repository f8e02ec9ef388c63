import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SourceTextModule } from 'node:vm';
import { EdgeVM } from '@edge-runtime/vm';

/**
 * Stands in for the platform: runs the built function as it is in a bare edge VM and gives it its static files.
 * Started as a process of its own (`--experimental-vm-modules`); sends `{ port, leaks }` once it listens.
 */
const [vercelFolder = '', environment = '{}'] = process.argv.slice(2);

const NODE_GLOBALS = ['process', 'Buffer', 'require', 'module', 'global', '__dirname', 'setImmediate'];

const vm = new EdgeVM();
// Looked at before anything is put in: a VM that leaks Node proves nothing.
const leaks = NODE_GLOBALS.filter((name) => vm.evaluate<string>(`typeof ${name}`) !== 'undefined');
vm.evaluate(`globalThis.process = { env: ${environment} }`);
const handler = await loadFunction();

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.destroy();
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port, leaks }));
process.once('disconnect', () => process.exit(0));

async function loadFunction(): Promise<(request: Request) => Promise<Response>> {
  const code = await readFile(join(vercelFolder, 'functions/gatehouse.func/index.mjs'), 'utf8');
  const module = new SourceTextModule(code, { context: vm.context, identifier: 'index.mjs' });
  await module.link((specifier) => {
    throw new Error(`the function imports ${specifier}; the platform has nothing to import`);
  });
  await module.evaluate();
  return (module.namespace as { default: (request: Request) => Promise<Response> }).default;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  if (url.startsWith('/_sealed/')) {
    const file = await readFile(join(vercelFolder, 'static', url)).catch(() => null);
    response.writeHead(file ? 200 : 404).end(file);
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const result = await handler(
    new vm.context.Request(`http://${headers.host ?? ''}${url}`, {
      method,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      ...(chunks.length > 0 ? { body: new Uint8Array(Buffer.concat(chunks)) } : {}),
    }),
  );
  response.writeHead(result.status, Object.fromEntries(result.headers));
  for await (const chunk of result.body ?? []) response.write(chunk);
  response.end();
}
