import { EVENT_NAMES } from '../../contract/journey.ts';
import type { App, Exchange } from '../exchange.ts';
import { readBody } from '../guards/read-body.ts';
import { requireSameOrigin } from '../guards/require-same-origin.ts';
import { answerJson } from '../http/answer-json.ts';
import { parseJson } from '../parse/parse-json.ts';
import { Refusal } from '../refusal.ts';

const LIMITS = { maxBytes: 1024 * 1024, timeoutMs: 15_000 };
const DEADLINE_MS = 10_000;

/**
 * `POST /api/insight/e/`: hands events of a page of ours on to the site's PostHog, and to nobody else. Only events of
 * our catalogue pass, under our own key; nothing of the visitor's request but the body goes along: no cookie, no address,
 * no user agent. Of the answer only its outcome comes back.
 */
export async function insight(exchange: Exchange, app: App): Promise<Response> {
  const { catalogue, sendInsight, siteHost } = app;
  const { insight: project } = catalogue.site;
  if (!project || !sendInsight) throw new Refusal('not_found');
  requireSameOrigin(exchange.request.headers, { host: exchange.host, siteHost });
  const sent = parseJson(await readBody(exchange.request, LIMITS));
  if (!isOurs(sent, project.key)) throw new Refusal('invalid_request');
  const isTaken = await send(`${project.upstream}/e/`, { body: JSON.stringify(sent), sendInsight });
  if (!isTaken) throw new Refusal('unavailable', { headers: { 'retry-after': '60' } });
  return answerJson(exchange, app, { status: 200, body: { status: 1 } });
}

/** What the library of the pages sends: `{ api_key, batch: [{ event, properties: { token } }], sent_at }`. */
function isOurs({ api_key, batch }: Readonly<Record<string, unknown>>, key: string): boolean {
  return api_key === key && Array.isArray(batch) && batch.length > 0 && batch.every(isKnown);

  function isKnown(one: unknown): boolean {
    if (typeof one !== 'object' || one === null) return false;
    const { event, properties } = one as { event?: unknown; properties?: { token?: unknown } | null };
    return KNOWN.has(event) && properties?.token === key;
  }
}

/** PostHog joins what was before a registration with what came after by an event of its own. */
const KNOWN: ReadonlySet<unknown> = new Set([...EVENT_NAMES, '$identify']);

async function send(
  url: string,
  { body, sendInsight }: { body: string; sendInsight: NonNullable<App['sendInsight']> },
): Promise<boolean> {
  try {
    const response = await sendInsight(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
