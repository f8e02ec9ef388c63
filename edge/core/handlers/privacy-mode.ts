import type { App, Exchange } from '../exchange.ts';
import { answerJson } from '../http/answer-json.ts';
import { privacyModeFor } from '../privacy-mode-for.ts';
import { Refusal } from '../refusal.ts';

/** `GET /api/privacy`: which mode of consent holds where the visitor is. Only sites with several modes have pages that ask. */
export async function privacyMode(exchange: Exchange, app: App): Promise<Response> {
  const { privacy } = app.catalogue.site;
  if (!privacy) throw new Refusal('not_found');
  const mode = privacyModeFor(privacy, app.geo(exchange.request)?.country);
  return answerJson(exchange, app, { status: 200, body: { mode } });
}
