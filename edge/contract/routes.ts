/** The paths that belong to the edge; everything else is a static file. */
export const ROUTES = {
  register: '/api/register',
  /** POST: a new download link to the registered address. */
  resend: '/api/resend',
  /** POST: what a known visitor did. */
  events: '/api/events',
  /** POST: what is still to be asked of a known visitor. */
  known: '/api/known',
  /** GET: the mode of consent where the visitor is. */
  privacy: '/api/privacy',
  /** POST: events for the site's PostHog, which add its own path for them to this one. */
  insight: '/api/insight',
  download: '/d/',
  thanks: '/t/',
  health: '/healthz',
} as const;

/** Folder of the sealed files in the public output. */
export const SEALED_FOLDER = '/_sealed/';

/** True where a request is answered by the edge app and not by a file. */
export function isEdgePath(pathname: string): boolean {
  return /^\/(?:api|d|t)\/|^\/healthz$/.test(pathname);
}

/** Links that belong to a person are `/s/<person>/<page>`. */
export function isPersonLink(pathname: string): boolean {
  return pathname.startsWith('/s/');
}
