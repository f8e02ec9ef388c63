/** One year, as the preload lists ask at least. */
const HSTS = 'max-age=31536000';

/** HTML adds to the policy in the page's own `<meta>`, which lists what it may load; both apply. */
const POLICIES = {
  html: "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  data: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;

/** The headers of every answer of the edge: all of them are about one person or one request. */
export function securityHeaders({ kind, isSecure, isTokenPage }: AnswerTraits): Record<string, string> {
  return {
    'cache-control': 'private, no-store',
    'content-security-policy': POLICIES[kind],
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': isTokenPage ? 'no-referrer' : 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex',
    ...(isSecure ? { 'strict-transport-security': HSTS } : {}),
  };
}

export interface AnswerTraits {
  readonly kind: 'html' | 'data';
  /** The client reached us over TLS. */
  readonly isSecure: boolean;
  /** The address holds a token, which no other site may learn as a referrer. */
  readonly isTokenPage: boolean;
}
