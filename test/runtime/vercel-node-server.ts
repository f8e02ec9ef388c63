import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Stands in for the platform's Node runtime: hands requests to the built function, as its launcher does. */
const [vercelFolder = '', environment = '{}'] = process.argv.slice(2);

Object.assign(process.env, JSON.parse(environment));
const path = join(vercelFolder, 'functions/gatehouse.func/index.mjs');
const { default: handler } = (await import(pathToFileURL(path).href)) as { default: RequestListener };

const server = createServer((request, response) => {
  if (!request.url?.startsWith('/_sealed/')) {
    handler(request, response);
    return;
  }
  void readFile(join(vercelFolder, 'static', request.url)).then(
    (file) => response.end(file),
    () => response.writeHead(404).end(),
  );
});
server.listen(0, '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port, leaks: [] }),
);
process.once('disconnect', () => process.exit(0));
