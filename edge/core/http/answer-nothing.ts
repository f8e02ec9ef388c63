import type { App, Exchange } from '../exchange.ts';
import { answer } from './answer.ts';

/** Well, and nothing to say. */
export function answerNothing(exchange: Exchange, app: App): Response {
  return answer(exchange, app, { status: 204, kind: 'data', body: null, headers: {} });
}
