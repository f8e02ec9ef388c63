import type { EdgePage } from '../../contract/catalogue.ts';
import { PROBLEMS, problemDetails } from '../../contract/problem.ts';
import { renderErrorList } from '../../contract/render-error-list.ts';
import { renderForm } from '../../contract/render-form.ts';
import type { App, Draft, Exchange } from '../exchange.ts';
import type { Refusal } from '../refusal.ts';
import { answer } from './answer.ts';
import { answerPage } from './answer-page.ts';
import { wantsJson } from './wants-json.ts';

/** Turns a request down: a program gets problem+json, a person the page that helps on. */
export function answerRefusal(exchange: Exchange, app: App, refusal: Refusal): Response {
  if (wantsJson(exchange.request.headers)) return answerProblem(exchange, app, refusal);
  const { status, title, hint } = PROBLEMS[refusal.code];
  const { locale } = exchange;
  const { page, values } = pageFor(refusal, exchange, app);
  return answerPage(exchange, app, {
    page,
    status,
    values: { title: title[locale], hint: hint[locale], ...values },
    headers: refusal.headers,
  });
}

/** RFC 9457. */
export function answerProblem(
  exchange: Exchange,
  app: App,
  { code, fieldErrors, headers }: Refusal,
): Response {
  const { locale, requestId } = exchange;
  const details = problemDetails(code, { locale, requestId, ...(fieldErrors && { errors: fieldErrors }) });
  return answer(exchange, app, {
    status: details.status,
    kind: 'data',
    body: JSON.stringify(details),
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

interface PageChoice {
  readonly page: EdgePage;
  readonly values: Readonly<Record<string, string>>;
}

function pageFor(refusal: Refusal, exchange: Exchange, app: App): PageChoice {
  const { draft, token, locale } = exchange;
  if (draft) return { page: 'refused', values: formAgain(draft, exchange, refusal) };
  const entryTitle = exchange.entry?.title[locale] ?? '';
  if (refusal.code === 'link_expired') return { page: 'expired', values: { entryTitle, token } };
  if (refusal.code === 'link_held')
    return { page: 'held', values: { entryTitle, contactEmail: contactOf(app) } };
  return { page: 'message', values: {} };
}

/** Nothing the visitor entered is lost: the form comes back filled in, and with what is wrong beside each field. */
function formAgain(
  { form, page, submission }: Draft,
  { locale }: Exchange,
  { fieldErrors }: Refusal,
): Record<string, string> {
  const { entry, answers, consents, variant, landingUrl, referrer, landingVariant } = submission;
  const hidden = { landingUrl, referrer, landingVariant };
  const options = { form, entry, locale, page, variant, values: answers, consents, hidden };
  return {
    formTitle: form.submit[locale],
    form: renderForm({ ...options, errors: fieldErrors }),
    errorList: fieldErrors ? renderErrorList(fieldErrors) : '',
  };
}

/** The bare address of a mailbox. */
function contactOf({ catalogue }: App): string {
  const { replyTo, from } = catalogue.site.mail;
  const mailbox = replyTo ?? from[catalogue.site.defaultLocale];
  return /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox;
}
