/**
 * Headers every response of the site carries, on every host. The pages' own `<meta>` policy lists what they may
 * load; this one adds what a `<meta>` can't say, and both apply.
 */
export function securityHeaders({
  isHttps,
}: {
  readonly isHttps: boolean;
}): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': "frame-ancestors 'none'; object-src 'none'; base-uri 'none'",
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(isHttps ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}
