import type { App, Exchange } from '../exchange.ts';
import { parseJson } from '../parse/parse-json.ts';
import { parseUrlencoded } from '../parse/parse-urlencoded.ts';
import { bodyType, type BodyType } from './body-type.ts';
import { readBody } from './read-body.ts';
import { requireSameOrigin } from './require-same-origin.ts';

/** A form with every field filled to its limit stays far below. */
const LIMITS = { maxBytes: 64 * 1024, timeoutMs: 15_000 };

/**
 * The way every body takes into the house: where it comes from, what it is, how large, and only then what it says.
 * @throws {Refusal}
 */
export async function receiveBody(
  { request, host }: Exchange,
  { siteHost }: App,
): Promise<{ type: BodyType; body: Readonly<Record<string, unknown>> }> {
  requireSameOrigin(request.headers, { host, siteHost });
  const type = bodyType(request.headers);
  const text = await readBody(request, LIMITS);
  return { type, body: type === 'json' ? parseJson(text) : parseUrlencoded(text) };
}
