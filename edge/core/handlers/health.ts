import type { App, Exchange } from '../exchange.ts';
import { answerJson } from '../http/answer-json.ts';

/** `GET /healthz`: 200 while the pool can take a registration, else the same 503 a visitor would get. */
export async function health(exchange: Exchange, app: App): Promise<Response> {
  await app.pool.ping();
  return answerJson(exchange, app, { status: 200, body: { status: 'ok' } });
}
