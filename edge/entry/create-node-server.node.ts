import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { isEdgePath } from '../contract/routes.ts';
import type { Locale } from '../contract/locale.ts';
import { preferredLocale } from '../core/http/preferred-locale.ts';
import type { Log } from '../core/ports/app.ts';
import type { Experiment } from '../core/split/choose-variant.ts';
import { redactPath } from './create-log.ts';
import type { ServerLimits } from './node-config.node.ts';
import { refuseBrokenRequests } from './refuse-broken-requests.node.ts';
import { serveStaticFile } from './static-files.node.ts';
import type { StaticIndex } from './static-index.node.ts';
import { staticSecurityHeaders } from './static-security-headers.ts';

/** How often Node looks for requests that are late. */
const LATE_CHECK_MS = 1_000;

/** An HTTP server, not yet listening, that answers with files of the site and hands the edge's paths to the app. */
export function createNodeServer(options: {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly staticIndex: StaticIndex;
  /** What is tried, by the path of the page; left out: nothing. */
  readonly experiments?: ReadonlyMap<string, Experiment>;
  readonly limits: ServerLimits;
  /** Visitors reach the site over TLS only. */
  readonly isSecure: boolean;
  /** Whom the browser's languages do not tell apart gets this one. */
  readonly siteLocale: Locale;
  readonly log: Log;
}): Server {
  const { fetch, staticIndex, experiments, limits, siteLocale, log } = options;
  const staticHeaders = new Map(Object.entries(staticSecurityHeaders(options)));
  const answerFromApp = getRequestListener(fetch);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pathname = edgePathOf(request);
    if (pathname === null) {
      response.setHeaders(staticHeaders);
      if (isHome(request)) return redirectHome({ request, response, siteLocale });
      return serveStaticFile(staticIndex, { request, response, experiments });
    }
    logWhenDone({ request, response, pathname, log });
    return answerFromApp(request, response);
  }

  const server = createServer(
    {
      maxHeaderSize: limits.maxHeaderBytes,
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: limits.keepAliveTimeoutMs,
      connectionsCheckingInterval: LATE_CHECK_MS,
    },
    (request, response) => {
      answer(request, response).catch((error: NodeJS.ErrnoException) => {
        // A visitor who leaves in the middle of a file is no fault.
        if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
        log('error', 'static_file_failed', { path: redactPath(request.url ?? ''), cause: String(error) });
        if (response.headersSent) response.destroy();
        else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Internal error\n');
      });
    },
  );
  server.setTimeout(limits.idleTimeoutMs);
  refuseBrokenRequests(server, { log });
  return server;
}

/** The address of the whole site, with whatever an advertisement put behind it. */
function isHome({ method, url = '' }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && (url === '/' || url.startsWith('/?'));
}

/** Hands the visitor on to their language. The query goes along, so that an advertisement keeps its visitor. */
function redirectHome(options: {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly siteLocale: Locale;
}): void {
  const { request, response, siteLocale } = options;
  const locale = preferredLocale(request.headers['accept-language'] ?? null, siteLocale);
  response
    .writeHead(302, {
      Location: `/${locale}${request.url ?? '/'}`,
      'Cache-Control': 'no-cache',
      Vary: 'Accept-Language',
    })
    .end();
}

/** Targets whose path a URL parser leaves as it is. */
const PLAIN_TARGET = /^\/[\w/-]*(?=\?|$)/;

/** The path in the form the app will see it, if it is the app's. */
function edgePathOf({ url = '/' }: IncomingMessage): string | null {
  const pathname = PLAIN_TARGET.exec(url)?.[0] ?? parsePath(url);
  return pathname !== null && isEdgePath(pathname) ? pathname : null;
}

function parsePath(url: string): string | null {
  if (!url.startsWith('/') || !URL.canParse(`http://host${url}`)) return null;
  return new URL(`http://host${url}`).pathname;
}

function logWhenDone(options: {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly pathname: string;
  readonly log: Log;
}): void {
  const { request, response, pathname, log } = options;
  const startedAt = performance.now();
  response.once('close', () => {
    log('info', 'request', {
      method: request.method,
      path: redactPath(pathname),
      status: response.statusCode,
      complete: response.writableFinished,
      ms: Math.round(performance.now() - startedAt),
    });
  });
}
