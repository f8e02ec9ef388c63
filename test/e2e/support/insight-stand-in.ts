import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes what PostHog would, on this machine. */
export interface InsightStandIn {
  readonly url: string;
  readonly received: readonly Received[];
  stop(): Promise<void>;
}

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly event: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export async function startInsightStandIn(): Promise<InsightStandIn> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const { batch } = JSON.parse(text) as { batch: Pick<Received, 'event' | 'properties'>[] };
      for (const { event, properties } of batch) {
        received.push({ path: request.url ?? '', headers: request.headers, text, event, properties });
      }
      response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'a=b' });
      response.end('{"status":"Ok"}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
