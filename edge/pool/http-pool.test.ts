import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LogFacts } from '../core/ports/app.ts';
import { type Pool, PoolUnavailable } from '../core/ports/pool.ts';
import { createHttpPool } from './http-pool.ts';
import { createPoolGateway } from './pool-gateway.ts';
import { testPool } from './pool.suite.ts';
import { sampleCapture, sampleId } from './sample-capture.suite.ts';
import { openSqlitePool } from './sqlite/open-sqlite-pool.node.ts';
import { openSqliteReader } from './sqlite/open-sqlite-reader.node.ts';

const TOKEN = 'a-token-of-more-than-32-characters-000';
const URL_OF_GATEWAY = 'https://pool.example/api/pool/';

let folder: string;
let logged: [string, LogFacts | undefined][];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-pool-'));
  logged = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const gatewayOf = (pool: Pool) =>
  createPoolGateway({ pool, token: TOKEN, log: (_, event, facts) => logged.push([event, facts]) });

/** `fetch` that ends in a handler of this process. */
function fetchFrom(handler: (request: Request) => Promise<Response>): typeof fetch {
  return (input, init) => handler(new Request(input, init));
}

describe('the pool over HTTP', () => {
  testPool({
    async createPool() {
      const path = join(folder, 'pool.sqlite');
      const behind = await openSqlitePool({ path, ifAbsent: 'create' });
      const reader = await openSqliteReader({ path });
      const pool = createHttpPool({ url: URL_OF_GATEWAY, token: TOKEN, fetch: fetchFrom(gatewayOf(behind)) });
      return {
        pool,
        outbox: behind,
        quarantine: behind,
        reattribution: behind,
        reader,
        async dispose() {
          reader.close();
          await behind.close();
        },
      };
    },
  });

  test('works over a real connection', async () => {
    const behind = await openSqlitePool({ path: join(folder, 'pool.sqlite'), ifAbsent: 'create' });
    const handle = getRequestListener(gatewayOf(behind));
    const server = createServer((request, response) => void handle(request, response));
    const pool = createHttpPool({ url: await listen(server), token: TOKEN, fetch });
    await pool.capture(sampleCapture('a'));
    expect(await pool.findRegistration(sampleId('a'))).toMatchObject({ answers: sampleCapture('a').answers });
    await close(server);
    await behind.close();
  });
});

describe('the gateway out of reach', () => {
  const poolWith = (handler: (request: Request) => Promise<Response>, timeoutMs = 8000) =>
    createHttpPool({ url: URL_OF_GATEWAY, token: TOKEN, fetch: fetchFrom(handler), timeoutMs });

  test('is unreachable when nothing listens', async () => {
    const server = createServer();
    const url = await listen(server);
    await close(server);
    const pool = createHttpPool({ url, token: TOKEN, fetch });
    await expect(pool.capture(sampleCapture('a'))).rejects.toMatchObject({ reason: 'unreachable' });
  });

  test('is unreachable when no answer comes in time', async () => {
    const server = createServer(() => {});
    const pool = createHttpPool({ url: await listen(server), token: TOKEN, fetch, timeoutMs: 50 });
    await expect(pool.capture(sampleCapture('a'))).rejects.toMatchObject({ reason: 'unreachable' });
    await close(server);
  });

  test('is unreachable when the answer never ends', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"result":');
    });
    const pool = createHttpPool({ url: await listen(server), token: TOKEN, fetch, timeoutMs: 50 });
    await expect(pool.capture(sampleCapture('a'))).rejects.toMatchObject({ reason: 'unreachable' });
    await close(server);
  });

  test('is asked once more for a capture whose connection broke, and never for a count', async () => {
    let calls = 0;
    const breakFirst = async (): Promise<Response> => {
      calls += 1;
      if (calls === 1) throw new TypeError('fetch failed');
      return Response.json({ result: { outcome: 'created', id: sampleId('a'), status: 'accepted' } });
    };
    await expect(poolWith(breakFirst).capture(sampleCapture('a'))).resolves.toMatchObject({
      outcome: 'created',
    });
    expect(calls).toBe(2);
    calls = 0;
    const counted = poolWith(breakFirst).reject({ reason: 'cross_site', at: 0 });
    await expect(counted).rejects.toMatchObject({ reason: 'unreachable' });
    expect(calls).toBe(1);
  });

  test.each([
    ['a page of a proxy', () => new Response('<h1>502</h1>', { status: 502 })],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } }),
    ],
    ['JSON of something else', () => Response.json([1])],
  ])('is unreachable when what answers is %s', async (_, respond) => {
    const pool = poolWith(async () => respond());
    await expect(pool.ping()).rejects.toMatchObject({ reason: 'unreachable' });
  });

  test('says that the tokens differ', async () => {
    const behind = await openSqlitePool({ path: join(folder, 'pool.sqlite'), ifAbsent: 'create' });
    const pool = createHttpPool({ url: URL_OF_GATEWAY, token: 'other', fetch: fetchFrom(gatewayOf(behind)) });
    const error = await pool.ping().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PoolUnavailable);
    expect((error as PoolUnavailable).cause).toMatchInlineSnapshot(
      `[Error: the gateway refuses our token: set the same GATEHOUSE_POOL_TOKEN on both sides]`,
    );
    await behind.close();
  });

  test.each(['full', 'busy', 'unreachable'] as const)('passes on that the pool is %s', async (reason) => {
    const pool = poolWith(gatewayOf(failingPool(new PoolUnavailable(reason))));
    await expect(pool.capture(sampleCapture('a'))).rejects.toMatchObject({ name: 'PoolUnavailable', reason });
  });
});

describe('the gateway', () => {
  const answer = async (request: {
    method?: string;
    path?: string;
    token?: string;
    body?: string | null;
  }) => {
    const { method = 'POST', path = 'ping', token = TOKEN, body = 'null' } = request;
    const handle = gatewayOf(failingPool(new Error('row 7 of lin@example.com is odd')));
    const response = await handle(
      new Request(URL_OF_GATEWAY + path, {
        method,
        headers: token ? { authorization: `Bearer ${token}` } : {},
        body: method === 'POST' ? body : null,
      }),
    );
    return `${response.status} ${await response.text()}`;
  };

  test.each([
    ['no token', { token: '' }, '401 {"error":"unauthorized"}'],
    ['another token', { token: `${TOKEN}x` }, '401 {"error":"unauthorized"}'],
    ['a part of the token', { token: TOKEN.slice(0, -1) }, '401 {"error":"unauthorized"}'],
    ['GET', { method: 'GET' }, '404 {"error":"unknown_method"}'],
    ['a method that does not travel', { path: 'close' }, '404 {"error":"unknown_method"}'],
    ['a name every object has', { path: 'constructor' }, '404 {"error":"unknown_method"}'],
    ['no JSON', { path: 'capture', body: '{' }, '400 {"error":"invalid_request"}'],
    ['another shape', { path: 'capture', body: '{"id":1}' }, '400 {"error":"invalid_request"}'],
    ['too much', { path: 'capture', body: 'x'.repeat(257 * 1024) }, '413 {"error":"too_large"}'],
    ['a bug behind it', { path: 'ping' }, '500 {"error":"internal"}'],
  ])('answers to %s', async (_, request, expected) => {
    expect(await answer(request)).toBe(expected);
  });

  test('logs a bug by its kind, without its words', async () => {
    await answer({});
    expect(logged).toEqual([['pool_gateway_failed', { method: 'ping', error: 'Error' }]]);
  });
});

function failingPool(error: Error): Pool {
  const fail = () => Promise.reject(error);
  return {
    capture: fail,
    reject: fail,
    findRegistration: fail,
    requestDownloadMail: fail,
    recordBehaviour: fail,
    countApart: fail,
    ping: fail,
    close: async () => {},
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/pool/`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
