import { Hono, type Context } from 'hono';
import { ROUTES } from '../contract/routes.ts';
import { describeError, textsIn } from './describe-error.ts';
import type { App, Exchange, Handler } from './exchange.ts';
import { download } from './handlers/download.ts';
import { events } from './handlers/events.ts';
import { health } from './handlers/health.ts';
import { insight } from './handlers/insight.ts';
import { known } from './handlers/known.ts';
import { privacyMode } from './handlers/privacy-mode.ts';
import { register } from './handlers/register.ts';
import { resend } from './handlers/resend.ts';
import { thanks } from './handlers/thanks.ts';
import { answerProblem, answerRefusal } from './http/answer-refusal.ts';
import { preferredLocale } from './http/preferred-locale.ts';
import { createAnswersParser } from './parse/parse-answers.ts';
import type { AppDependencies } from './ports/app.ts';
import { createConsentRecorder } from './record-consents.ts';
import { Refusal } from './refusal.ts';
import { createThanksTokens } from './thanks-tokens.ts';
import { compileChannelRules } from './source/compile-channel-rules.ts';
import { experimentsByPath } from './split/experiments-by-path.ts';
import { toRefusal } from './to-refusal.ts';
import { createTokens } from './tokens.ts';
import { createVisitorTokens } from './visitor-tokens.ts';

/**
 * The edge app: web-standard requests in, responses out, the same under every server.
 *
 * @example
 * const app = createApp({ catalogue, pool, vault, keyring, clock: Date.now, log, geo: () => null });
 * const response = await app.fetch(request);
 */
export function createApp(dependencies: AppDependencies): Hono {
  const app = furnish(dependencies);
  const hono = new Hono();
  // One handler a route, whatever the method: where Hono finds two, it composes them for every request.
  const serve = (method: 'GET' | 'POST', route: string, handler: Handler): void => {
    const refuse = refuseMethod(method);
    hono.all(route, (context) =>
      attend(context, { app, route, handler: isMethod(context.req.method, method) ? handler : refuse }),
    );
  };
  serve('POST', ROUTES.register, register);
  serve('POST', ROUTES.resend, resend);
  serve('POST', ROUTES.events, events);
  serve('POST', ROUTES.known, known);
  serve('GET', `${ROUTES.download}:token`, download);
  serve('GET', `${ROUTES.thanks}:token`, thanks);
  serve('GET', ROUTES.privacy, privacyMode);
  serve('POST', `${ROUTES.insight}/e/`, insight);
  serve('GET', ROUTES.health, health);
  hono.notFound((context) => attend(context, { app, route: '*', handler: refuseAddress }));
  return hono;
}

function furnish(dependencies: AppDependencies): App {
  const { catalogue, keyring } = dependencies;
  const { host, protocol } = new URL(catalogue.site.origin);
  return {
    ...dependencies,
    tokens: createTokens({ keyring }),
    thanksTokens: createThanksTokens({ keyring }),
    visitorTokens: createVisitorTokens({ keyring }),
    answersParsers: new Map(
      Object.values(catalogue.forms).map((form) => [form.id, createAnswersParser(form)]),
    ),
    recordConsents: createConsentRecorder(),
    channelRules: compileChannelRules(catalogue.channels),
    experiments: experimentsByPath(catalogue),
    siteHost: host,
    siteIsSecure: protocol === 'https:',
  };
}

interface Attendance {
  readonly app: App;
  readonly route: string;
  readonly handler: Handler;
}

async function attend(context: Context, { app, route, handler }: Attendance): Promise<Response> {
  const exchange = openExchange(context, { app, route });
  try {
    return await handler(exchange, app);
  } catch (error) {
    const refusal = toRefusal(error);
    note(refusal, exchange, app);
    return refuse(refusal, exchange, app);
  }
}

function openExchange({ req }: Context, { app, route }: Pick<Attendance, 'app' | 'route'>): Exchange {
  const { headers, url } = req.raw;
  return {
    request: req.raw,
    requestId: app.requestId?.() ?? crypto.randomUUID(),
    route,
    token: req.param('token') ?? '',
    host: headers.get('host') ?? new URL(url).host,
    locale: preferredLocale(headers.get('accept-language'), app.catalogue.site.defaultLocale),
    entry: null,
    draft: null,
  };
}

function refuse(refusal: Refusal, exchange: Exchange, app: App): Response {
  try {
    return answerRefusal(exchange, app, refusal);
  } catch (error) {
    // A page that can't be drawn must not swallow what it was to say.
    note(new Refusal('internal', { cause: error }), exchange, app);
    return answerProblem(exchange, app, refusal);
  }
}

/** What the house did wrong goes into the log with its cause, never with what the visitor sent. */
function note(refusal: Refusal, exchange: Exchange, { log }: App): void {
  const { requestId, route, token, draft } = exchange;
  const facts = { requestId, route, code: refusal.code };
  if (refusal.code !== 'internal' && refusal.code !== 'unavailable' && refusal.code !== 'storage_full') {
    log('info', 'request_refused', facts);
    return;
  }
  const secrets = [token, ...textsIn(draft?.submission.answers), ...textsIn(draft?.submission.key)];
  log('error', 'request_failed', { ...facts, error: describeError(refusal.cause, secrets) });
}

/** HEAD is GET without the body. */
function isMethod(asked: string, served: 'GET' | 'POST'): boolean {
  return asked === served || (asked === 'HEAD' && served === 'GET');
}

function refuseMethod(allowed: 'GET' | 'POST'): Handler {
  return () => {
    const allow = allowed === 'GET' ? 'GET, HEAD' : allowed;
    return Promise.reject(new Refusal('method_not_allowed', { headers: { allow } }));
  };
}

function refuseAddress(): Promise<Response> {
  return Promise.reject(new Refusal('not_found'));
}
