import { isLocale } from '../../contract/locale.ts';
import { questionsStillOpen } from '../../contract/questions.ts';
import { renderForm } from '../../contract/render-form.ts';
import { runningVariant } from '../../contract/variants.ts';
import type { App, Exchange } from '../exchange.ts';
import { countMachine } from '../count-machine.ts';
import { findGate } from '../find-gate.ts';
import { receiveText } from '../guards/receive-text.ts';
import { answer } from '../http/answer.ts';
import { answerNothing } from '../http/answer-nothing.ts';
import { knownOf } from '../known-of.ts';
import { openVisitor } from '../open-visitor.ts';
import { Refusal } from '../refusal.ts';
import { isLocalPath } from '../source/is-local-path.ts';

/**
 * `POST /api/known`: draws the form with what is still to be asked of a visitor who registered before. It tells which
 * questions are answered, and never how.
 */
export async function known(exchange: Exchange, app: App): Promise<Response> {
  const body = await receiveText(exchange, app);
  const { locale, page, variant, visitor } = body;
  if (!isLocale(locale)) throw new Refusal('invalid_request');
  exchange.locale = locale;
  const { form, entry } = findGate({ form: body['form'], entry: body['entry'] }, app);
  if (entry.isClosed || (await countMachine(exchange, { what: 'known', app })))
    return answerNothing(exchange, app);
  const { answers, agreed } = knownOf(await openVisitor(visitor, app), { form, locale, app });
  if (Object.keys(answers).length === 0) return answerNothing(exchange, app);
  const html = renderForm({
    form,
    entry: entry.id,
    locale,
    page: typeof page === 'string' && isLocalPath(page) ? page : entry.path[locale],
    variant: runningVariant(typeof variant === 'string' ? variant : undefined, entry.variants) ?? undefined,
    known: {
      fields: questionsStillOpen(form, new Set(Object.keys(answers))),
      consents: form.consents.filter(({ id }) => !agreed.has(id)),
    },
  });
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return answer(exchange, app, { status: 200, kind: 'data', body: html, headers });
}
