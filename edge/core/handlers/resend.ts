import { NOTICES } from '../../contract/notices.ts';
import type { App, Exchange } from '../exchange.ts';
import { receiveBody } from '../guards/receive-body.ts';
import { answerJson } from '../http/answer-json.ts';
import { answerPage } from '../http/answer-page.ts';
import { wantsJson } from '../http/wants-json.ts';
import { findGranted } from '../open-grant.ts';
import { Refusal } from '../refusal.ts';

const LIMITS = { minGapMs: 30_000, maxPerDay: 5 };

/**
 * `POST /api/resend`: mails a new link to the registered address of an old one. The answer is the same whether a mail
 * goes out, one went out just now, or there is no address to send it to.
 */
export async function resend(exchange: Exchange, app: App): Promise<Response> {
  const { body } = await receiveBody(exchange, app);
  const token = body['token'];
  if (typeof token !== 'string') throw new Refusal('invalid_request');
  const at = app.clock();
  const verdict = await app.tokens.verify(token, at);
  if (verdict.result === 'invalid') throw new Refusal('link_invalid');
  const { grant } = findGranted(verdict.grant, exchange, app);
  await app.pool.requestDownloadMail({ id: grant.registration, at, ...LIMITS });
  return answerRequested(exchange, app);
}

function answerRequested(exchange: Exchange, app: App): Response {
  const { locale, request } = exchange;
  const { title, hint } = NOTICES.link_requested;
  if (wantsJson(request.headers)) {
    const body = { code: 'link_requested', title: title[locale], detail: hint[locale] };
    return answerJson(exchange, app, { status: 202, body });
  }
  return answerPage(exchange, app, {
    page: 'message',
    status: 202,
    values: { title: title[locale], hint: hint[locale] },
  });
}
