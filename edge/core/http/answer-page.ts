import type { EdgePage } from '../../contract/catalogue.ts';
import { fillTemplate } from '../../contract/fill-template.ts';
import { LANGUAGE_TAGS } from '../../contract/locale.ts';
import { pageUrlOf, type App, type Exchange } from '../exchange.ts';
import { answer } from './answer.ts';

/** Answers with a page the site has drawn, in the visitor's language. */
export function answerPage(
  exchange: Exchange,
  app: App,
  { page, status, values, headers }: PageAnswer,
): Response {
  const template = app.catalogue.pages[page][exchange.locale];
  return answer(exchange, app, {
    status,
    kind: 'html',
    body: fillTemplate(
      template,
      { pageUrl: pageUrlOf(exchange), requestId: exchange.requestId, ...values },
      { as: 'html' },
    ),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': LANGUAGE_TAGS[exchange.locale],
      ...headers,
    },
  });
}

export interface PageAnswer {
  readonly page: EdgePage;
  readonly status: number;
  /** What stands in the page's placeholders, besides `pageUrl` and `requestId`. */
  readonly values: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}
