import type { App, Exchange } from '../exchange.ts';
import { answer } from './answer.ts';

export function answerJson(
  exchange: Exchange,
  app: App,
  { status, body, headers }: { status: number; body: unknown; headers?: Readonly<Record<string, string>> },
): Response {
  return answer(exchange, app, {
    status,
    kind: 'data',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
}
