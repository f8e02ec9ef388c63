import type { Log } from '../core/ports/app.ts';
import { type Pool, PoolUnavailable } from '../core/ports/pool.ts';
import {
  decodeWire,
  encodeWire,
  type GatewayAnswer,
  type GatewayErrorCode,
  type PoolMethod,
} from './pool-wire.ts';
import {
  BehaviourBatchSchema,
  CaptureSchema,
  CountApartSchema,
  DownloadMailRequestSchema,
  LookupSchema,
  RejectionSchema,
} from './pool-wire-schemas.ts';

export interface PoolGatewayOptions {
  readonly pool: Pool;
  /** What a caller must show as `Authorization: Bearer …`. */
  readonly token: string;
  readonly log: Log;
}

const MAX_BODY_BYTES = 256 * 1024;

const STATUS: Readonly<Record<GatewayErrorCode, number>> = {
  pool_full: 503,
  pool_busy: 503,
  pool_unreachable: 503,
  unauthorized: 401,
  unknown_method: 404,
  invalid_request: 400,
  too_large: 413,
  internal: 500,
};

/** Offers a pool to edge functions that know the token. Mount it at `POOL_GATEWAY_PATH`. */
export function createPoolGateway({
  pool,
  token,
  log,
}: PoolGatewayOptions): (request: Request) => Promise<Response> {
  const expected = digest(`Bearer ${token}`);
  const methods = createMethods(pool);

  return async function answerPoolCall(request) {
    const shown = await digest(request.headers.get('authorization') ?? '');
    if (!isSameDigest(shown, await expected)) return answer({ error: 'unauthorized' });
    const name = new URL(request.url).pathname.split('/').at(-1) ?? '';
    const method = request.method === 'POST' && isMethod(name, methods) ? methods[name] : undefined;
    if (!method) return answer({ error: 'unknown_method' });
    const body = await readText(request);
    if (body === null) return answer({ error: 'too_large' });
    try {
      return answer({ result: (await method(body)) ?? null });
    } catch (error) {
      const code = toCode(error);
      if (code === 'internal') log('error', 'pool_gateway_failed', { method: name, error: nameOf(error) });
      return answer({ error: code });
    }
  };
}

function createMethods(pool: Pool): Record<PoolMethod, (body: string) => Promise<unknown>> {
  return {
    capture: async (body) => pool.capture(CaptureSchema.parse(read(body))),
    reject: async (body) => pool.reject(RejectionSchema.parse(read(body))),
    findRegistration: async (body) => pool.findRegistration(LookupSchema.parse(read(body))),
    requestDownloadMail: async (body) =>
      pool.requestDownloadMail(DownloadMailRequestSchema.parse(read(body))),
    recordBehaviour: async (body) => pool.recordBehaviour(BehaviourBatchSchema.parse(read(body))),
    countApart: async (body) => pool.countApart(CountApartSchema.parse(read(body))),
    ping: async () => pool.ping(),
  };
}

/** A body that is no message of ours; what it holds is in no log. */
class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';
}

function read(body: string): unknown {
  try {
    return decodeWire(body);
  } catch (cause) {
    throw new InvalidRequest('not JSON', { cause });
  }
}

function isMethod(name: string, methods: object): name is PoolMethod {
  return Object.hasOwn(methods, name);
}

function toCode(error: unknown): GatewayErrorCode {
  if (error instanceof PoolUnavailable) return `pool_${error.reason}`;
  if (error instanceof InvalidRequest || nameOf(error) === 'ZodError') return 'invalid_request';
  return 'internal';
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function answer(body: GatewayAnswer): Response {
  const status = 'error' in body ? STATUS[body.error] : 200;
  return new Response(encodeWire(body), {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(status === 503 ? { 'retry-after': '5' } : {}),
    },
  });
}

/** Null where there is more than a capture can be. */
async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return null;
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

/** Takes the same time wherever the two differ. */
function isSameDigest(a: Uint8Array, b: Uint8Array): boolean {
  return a.reduce((difference, byte, index) => difference | (byte ^ (b[index] ?? 0)), 0) === 0;
}
