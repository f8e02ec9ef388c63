import { securityHeaders } from '../core/http/security-headers.ts';

/** What every static file carries, on every host: as the edge's own answers, but public, cached and indexed. */
export function staticSecurityHeaders({ isSecure }: { readonly isSecure: boolean }): Record<string, string> {
  const headers = securityHeaders({ kind: 'html', isSecure, isTokenPage: false });
  // Previews in chats and search engines show our pictures.
  const {
    'cache-control': _cache,
    'x-robots-tag': _robots,
    'cross-origin-resource-policy': _corp,
    ...rest
  } = headers;
  return rest;
}
