import { base64url } from 'jose';
import type { Pool } from '../core/ports/pool.ts';

/** Where a self-hosted server offers its pool; the method's name follows. */
export const POOL_GATEWAY_PATH = '/api/pool/';

/** The methods that travel. */
export type PoolMethod = Exclude<keyof Pool, 'close'>;

/** What the gateway answers instead of a result. */
export type GatewayErrorCode =
  | 'pool_full'
  | 'pool_busy'
  | 'pool_unreachable'
  | 'unauthorized'
  | 'unknown_method'
  | 'invalid_request'
  | 'too_large'
  | 'internal';

export type GatewayAnswer = { readonly result: unknown } | { readonly error: GatewayErrorCode };

const BYTES_KEY = '$bytes';

/** JSON in which bytes travel as `{"$bytes": "<base64url>"}`. */
export function encodeWire(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part instanceof Uint8Array ? { [BYTES_KEY]: base64url.encode(part) } : part,
  );
}

/** @throws {Error} for text that is no JSON of `encodeWire` */
export function decodeWire(text: string): unknown {
  return JSON.parse(text, (_, part: unknown) =>
    isWireBytes(part) ? base64url.decode(part[BYTES_KEY]) : part,
  );
}

function isWireBytes(value: unknown): value is { [BYTES_KEY]: string } {
  return (
    typeof value === 'object' && value !== null && BYTES_KEY in value && typeof value[BYTES_KEY] === 'string'
  );
}
