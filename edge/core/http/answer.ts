import type { App, Exchange } from '../exchange.ts';
import { securityHeaders } from './security-headers.ts';

/** Makes the answer with all its headers at once: adding them later costs the server its fast way out. */
export function answer(
  exchange: Exchange,
  app: Pick<App, 'siteHost' | 'siteIsSecure'>,
  { status, kind, body, headers }: AnswerParts,
): Response {
  return new Response(exchange.request.method === 'HEAD' ? null : body, {
    status,
    headers: {
      ...securityHeaders({
        kind,
        isSecure: isSecure(exchange, app),
        isTokenPage: exchange.token !== '',
      }),
      'x-request-id': exchange.requestId,
      ...headers,
    },
  });
}

export interface AnswerParts {
  readonly status: number;
  readonly kind: 'html' | 'data';
  readonly body: string | ReadableStream<Uint8Array<ArrayBuffer>> | null;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Over TLS, as far as can be known without trusting a forwarding header: the request says so, or it was addressed to
 * the published site, which is only to be had over TLS.
 */
function isSecure(
  { request, host }: Exchange,
  { siteHost, siteIsSecure }: Pick<App, 'siteHost' | 'siteIsSecure'>,
): boolean {
  return request.url.startsWith('https:') || (siteIsSecure && host === siteHost);
}
