import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ArrivedMail, SAMPLE_MAIL, testMailForwarder } from '../mail-forwarder.suite.ts';
import { createResendForwarder } from './resend.ts';

interface ResendBody extends Omit<ArrivedMail, 'replyTo'> {
  readonly reply_to?: string;
}

type Respond = (request: IncomingMessage, response: ServerResponse) => void;

/** Checks what the real API checks of `POST /emails`, and dedupes as it does. */
let server: Server;
let received: Map<string, string>;
let respond: Respond | null;
beforeEach(async () => {
  received = new Map();
  respond = null;
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await stop();
});

const create = (timeoutMs?: number) =>
  createResendForwarder({
    apiKey: 're_test',
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    timeoutMs,
  });

const send = (forwarder = create()) => forwarder.send(SAMPLE_MAIL, { idempotencyKey: 'key-1' });

describe('Resend', () => {
  testMailForwarder({
    async createForwarder() {
      return {
        forwarder: create(),
        async arrived() {
          return [...received.values()].map((body) => {
            const { reply_to: replyTo, ...mail } = JSON.parse(body) as ResendBody;
            return replyTo === undefined ? mail : { ...mail, replyTo };
          });
        },
        breakDestination: stop,
        async dispose() {},
      };
    },
  });

  test.each([
    [429, 'rate_limit_exceeded', 'retry'],
    [429, 'daily_quota_exceeded', 'retry'],
    [500, 'internal_server_error', 'retry'],
    [503, 'application_error', 'retry'],
    [409, 'concurrent_idempotent_requests', 'retry'],
    [401, 'missing_api_key', 'retry'],
    [403, 'validation_error', 'retry'],
    [400, 'validation_error', 'dead'],
    [422, 'missing_required_field', 'dead'],
    [422, 'invalid_from_address', 'dead'],
    [409, 'invalid_idempotent_request', 'unknown'],
  ])('takes %i %s as %s', async (statusCode, name, expected) => {
    respond = fail(statusCode, name);
    expect(await send()).toMatchObject({ result: expected, reason: `${name} ${statusCode}: no` });
  });

  test('rests as long as it is asked to', async () => {
    respond = fail(429, 'rate_limit_exceeded', { 'retry-after': '7' });
    expect(await send()).toMatchObject({ result: 'retry', afterMs: 7000 });
    const date = 'Tue, 24 Nov 2026 06:00:00 GMT';
    respond = fail(503, 'application_error', { date, 'retry-after': 'Tue, 24 Nov 2026 06:02:00 GMT' });
    expect(await send()).toMatchObject({ result: 'retry', afterMs: 120_000 });
  });

  test('retries what is no answer of Resend', async () => {
    respond = (_, response) => response.writeHead(502).end('<h1>Bad gateway</h1>');
    expect(await send()).toMatchObject({ result: 'retry' });
    respond = (_, response) => response.writeHead(200).end('{');
    expect(await send()).toMatchObject({ result: 'retry' });
  });

  test('retries what does not answer in time', async () => {
    respond = () => {};
    expect(await send(create(50))).toMatchObject({ result: 'retry' });
  });

  test('keeps addresses out of the reason', async () => {
    respond = fail(422, 'validation_error', {}, 'Invalid `to`: "Wang <wang@example.com>"');
    expect(await send()).toEqual({
      result: 'dead',
      reason: 'validation_error 422: Invalid `to`: "Wang <<address>>"',
    });
  });
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  if (respond) return respond(request, response);
  const key = request.headers['idempotency-key'];
  const isRight =
    request.method === 'POST' &&
    request.url === '/emails' &&
    request.headers.authorization === 'Bearer re_test';
  if (!isRight || typeof key !== 'string') return fail(400, 'validation_error')(request, response);
  received.set(key, body);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ id: `id of ${key}` }));
}

function fail(
  statusCode: number,
  name: string,
  headers: Record<string, string> = {},
  message = 'no',
): Respond {
  return (_, response) => {
    response.writeHead(statusCode, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ statusCode, name, message }));
  };
}

function stop(): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
