import { BEHAVIOUR_LIMITS } from '../../contract/behaviour.ts';
import type { App, Exchange } from '../exchange.ts';
import { parseJson } from '../parse/parse-json.ts';
import { requireTextBody } from './body-type.ts';
import { readBody } from './read-body.ts';
import { requireSameOrigin } from './require-same-origin.ts';

const LIMITS = { maxBytes: BEHAVIOUR_LIMITS.bytes, timeoutMs: 15_000 };

/**
 * As `receiveBody`, of what a page sends by itself: JSON as text/plain.
 * @throws {Refusal}
 */
export async function receiveText(
  { request, host }: Exchange,
  { siteHost }: App,
): Promise<Readonly<Record<string, unknown>>> {
  requireSameOrigin(request.headers, { host, siteHost });
  requireTextBody(request.headers);
  return parseJson(await readBody(request, LIMITS));
}
