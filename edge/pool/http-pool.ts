import { type Pool, PoolUnavailable } from '../core/ports/pool.ts';
import { decodeWire, encodeWire, type GatewayAnswer, type PoolMethod } from './pool-wire.ts';

export interface HttpPoolOptions {
  /** The gateway's address, e.g. `https://pool.northlake.example/api/pool/`. */
  readonly url: string;
  /** The gateway's bearer token. */
  readonly token: string;
  readonly fetch: typeof fetch;
  /** For one call, its answer and its retry included. */
  readonly timeoutMs?: number | undefined;
}

/** Calls that may be made twice without harm: the gateway may have heard the first although no answer came. */
const REPEATABLE: ReadonlySet<PoolMethod> = new Set([
  'capture',
  'findRegistration',
  'recordBehaviour',
  'ping',
]);

/** The pool of another server, reached through its gateway: for runtimes that have no disk. */
export function createHttpPool({ url, token, fetch, timeoutMs = 8000 }: HttpPoolOptions): Pool {
  let isClosed = false;

  return {
    capture: (capture) => call('capture', capture),
    async reject(rejection) {
      await call('reject', rejection);
    },
    findRegistration: (id) => call('findRegistration', id),
    requestDownloadMail: (request) => call('requestDownloadMail', request),
    recordBehaviour: (batch) => call('recordBehaviour', batch),
    async countApart(count) {
      await call('countApart', count);
    },
    async ping() {
      await call('ping', null);
    },
    async close() {
      isClosed = true;
    },
  };

  async function call<T>(method: PoolMethod, argument: unknown): Promise<T> {
    if (isClosed) throw new PoolUnavailable('unreachable');
    const signal = AbortSignal.timeout(timeoutMs);
    const request = { method, body: encodeWire(argument), signal };
    const answer = await send(request).catch((error: unknown) => {
      if (signal.aborted || !REPEATABLE.has(method)) throw unreachable(error);
      return send(request).catch((again: unknown) => {
        throw unreachable(again);
      });
    });
    if ('result' in answer) return answer.result as T;
    throw toError(answer.error);
  }

  async function send({ method, body, signal }: GatewayRequest): Promise<GatewayAnswer> {
    const response = await fetch(new URL(method, url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
      signal,
      // A redirect could carry the registration and the token to another host.
      redirect: 'manual',
    });
    const text = await response.text();
    const answer: unknown = response.headers.get('content-type')?.startsWith('application/json')
      ? decodeWire(text)
      : null;
    if (!isAnswer(answer))
      throw new Error(`${new URL(url).host} answered ${response.status}, not as a pool gateway`);
    return answer;
  }
}

interface GatewayRequest {
  readonly method: PoolMethod;
  readonly body: string;
  readonly signal: AbortSignal;
}

function isAnswer(value: unknown): value is GatewayAnswer {
  return typeof value === 'object' && value !== null && ('result' in value || 'error' in value);
}

function unreachable(cause: unknown): PoolUnavailable {
  return new PoolUnavailable('unreachable', { cause });
}

function toError(code: string): Error {
  if (code === 'pool_full') return new PoolUnavailable('full');
  if (code === 'pool_busy') return new PoolUnavailable('busy');
  if (code === 'pool_unreachable') return new PoolUnavailable('unreachable');
  if (code === 'unauthorized') {
    return unreachable(
      new Error('the gateway refuses our token: set the same GATEHOUSE_POOL_TOKEN on both sides'),
    );
  }
  return new Error(`the pool gateway answered ${code}`);
}
