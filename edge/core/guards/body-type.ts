import { Refusal } from '../refusal.ts';

export type BodyType = 'json' | 'urlencoded';

/**
 * Which of our two formats the body has.
 * @throws {Refusal} `unsupported_type` for any other, for another charset than UTF-8 and for a compressed body
 */
export function bodyType(headers: Headers): BodyType {
  const header = headers.get('content-type') ?? '';
  const type = TYPES.get(mediaTypeOf(header));
  const charset = /;\s*charset=("?)([^";\s]+)\1/i.exec(header)?.[2] ?? 'utf-8';
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (!type || !/^utf-?8$/i.test(charset) || encoding !== 'identity') throw new Refusal('unsupported_type');
  return type;
}

/** Whether the client speaks JSON to us; for that, the body's type is enough, whatever else is wrong with it. */
export function isJsonBody(headers: Headers): boolean {
  return mediaTypeOf(headers.get('content-type') ?? '') === 'application/json';
}

const TYPES: ReadonlyMap<string, BodyType> = new Map([
  ['application/json', 'json'],
  ['application/x-www-form-urlencoded', 'urlencoded'],
]);

function mediaTypeOf(header: string): string {
  const end = header.indexOf(';');
  return (end < 0 ? header : header.slice(0, end)).trim().toLowerCase();
}
