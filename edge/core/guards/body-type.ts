import { Refusal } from '../refusal.ts';

export type BodyType = 'json' | 'urlencoded';

/**
 * Which of our two formats the body has.
 * @throws {Refusal} `unsupported_type` for any other, for another charset than UTF-8 and for a compressed body
 */
export function bodyType(headers: Headers): BodyType {
  const type = TYPES.get(mediaTypeOf(headers));
  if (!type || !isPlainUtf8(headers)) throw new Refusal('unsupported_type');
  return type;
}

/**
 * For what scripts of ours send on the way out of a page: a type that a browser sends without asking first.
 * @throws {Refusal} `unsupported_type`
 */
export function requireTextBody(headers: Headers): void {
  if (!isTextBody(headers) || !isPlainUtf8(headers)) throw new Refusal('unsupported_type');
}

export function isTextBody(headers: Headers): boolean {
  return mediaTypeOf(headers) === 'text/plain';
}

/** Whether the client speaks JSON to us; for that, the body's type is enough, whatever else is wrong with it. */
export function isJsonBody(headers: Headers): boolean {
  return mediaTypeOf(headers) === 'application/json';
}

const TYPES: ReadonlyMap<string, BodyType> = new Map([
  ['application/json', 'json'],
  ['application/x-www-form-urlencoded', 'urlencoded'],
]);

function isPlainUtf8(headers: Headers): boolean {
  const charset = /;\s*charset=("?)([^";\s]+)\1/i.exec(headers.get('content-type') ?? '')?.[2] ?? 'utf-8';
  return /^utf-?8$/i.test(charset) && (headers.get('content-encoding') ?? 'identity') === 'identity';
}

function mediaTypeOf(headers: Headers): string {
  const header = headers.get('content-type') ?? '';
  const end = header.indexOf(';');
  return (end < 0 ? header : header.slice(0, end)).trim().toLowerCase();
}
