import type { RegisterAnswer } from '../../contract/registration.ts';
import { ROUTES } from '../../contract/routes.ts';
import type { App, Exchange } from '../exchange.ts';
import { findGate } from '../find-gate.ts';
import { receiveBody } from '../guards/receive-body.ts';
import { answer } from '../http/answer.ts';
import { answerJson } from '../http/answer-json.ts';
import { wantsJson } from '../http/wants-json.ts';
import { knownOf } from '../known-of.ts';
import { openVisitor } from '../open-visitor.ts';
import { parseRegistration, type Registration } from '../parse/parse-registration.ts';
import { parseSubmission, type Submission } from '../parse/parse-submission.ts';
import type { Capture } from '../ports/pool.ts';
import { prepareCapture } from '../prepare-capture.ts';
import { Refusal } from '../refusal.ts';
import { isLocalPath } from '../source/is-local-path.ts';
import { postingPage } from '../source/posting-page.ts';
import { saysRobot } from '../source/says-robot.ts';

/** `POST /api/register`: checks a submission, stores it, and only then answers with the way to the file, if any. */
export async function register(exchange: Exchange, app: App): Promise<Response> {
  const { submission, registration } = await receive(exchange, app);
  const capture = await prepareCapture({ submission, registration, exchange, app });
  const body = await store(capture, registration, app);
  if (wantsJson(exchange.request.headers)) return answerJson(exchange, app, { status: 201, body });
  const headers = { location: body.thanksUrl };
  return answer(exchange, app, { status: 303, kind: 'data', body: null, headers });
}

interface Received {
  readonly submission: Submission;
  readonly registration: Registration;
}

/** Everything before the pool; what is turned down here is counted here, once. */
async function receive(exchange: Exchange, app: App): Promise<Received> {
  try {
    const { type, body } = await receiveBody(exchange, app);
    const submission = locate(parseSubmission(body), exchange, app);
    if (type === 'json' && submission.key === undefined) throw new Refusal('invalid_request');
    const { form, entry } = findGate(submission, app);
    exchange.locale = submission.locale;
    exchange.entry = entry;
    if (entry.isClosed) throw new Refusal('entry_closed');
    exchange.draft = { submission, form, page: submission.page ?? entry.path[submission.locale] };
    const { visitor, locale } = submission;
    const known =
      visitor === undefined ? null : knownOf(await openVisitor(visitor, app), { form, locale, app });
    const parseAnswers = app.answersParsers.get(form.id)!;
    const isRobot = saysRobot(exchange.request.headers);
    const registration = parseRegistration(submission, { form, entry, parseAnswers, known, isRobot });
    return { submission, registration };
  } catch (error) {
    if (error instanceof Refusal) await tally(error, exchange, app);
    throw error;
  }
}

/** Fills in from the `Referer` what only a script could have said. */
function locate(submission: Submission, { request, host }: Exchange, { siteHost }: App): Submission {
  const { page, landingUrl, variant, landingVariant } = submission;
  const from = landingUrl && page ? null : postingPage(request.headers, [host, siteHost]);
  const path = page ?? from?.pathname;
  return {
    ...submission,
    page: path !== undefined && isLocalPath(path) ? path : undefined,
    landingUrl: landingUrl ?? from?.href,
    // Without a script, the page that posts is all that is known of the visit.
    landingVariant: landingUrl ? landingVariant : variant,
  };
}

/** A refusal must reach the visitor even when it can't be counted. */
async function tally(
  { code }: Refusal,
  { requestId, route }: Exchange,
  { pool, clock, log }: App,
): Promise<void> {
  try {
    await pool.reject({ reason: code, at: clock() });
  } catch {
    log('warn', 'refusal_not_counted', { requestId, route, code });
  }
}

/** Links are made for what the pool says, so that a repeated submission gets those of the first registration. */
async function store(
  capture: Capture,
  { entry, locale }: Registration,
  { pool, tokens, thanksTokens, visitorTokens }: App,
): Promise<RegisterAnswer> {
  const result = await pool.capture(capture);
  if (result.outcome === 'mismatch') throw new Refusal('idempotency_mismatch');
  const { id, status } = result;
  const { at } = capture;
  const visitor = visitorTokens.sign({ registration: id, at });
  if (!entry.asset) {
    const thanks = thanksTokens.sign({ entry: entry.id, locale, registration: id, at });
    return { id, downloadUrl: null, thanksUrl: `${ROUTES.thanks}${thanks}`, expiresAt: null, visitor };
  }
  const held = status === 'quarantined';
  const { token, expiresAt } = await tokens.sign({ asset: entry.asset[locale], registration: id, held, at });
  return {
    id,
    downloadUrl: `${ROUTES.download}${token}`,
    thanksUrl: `${ROUTES.thanks}${token}`,
    expiresAt: new Date(expiresAt).toISOString(),
    visitor,
  };
}
