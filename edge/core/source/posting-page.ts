import { isEdgePath } from '../../contract/routes.ts';

/**
 * The page a plain form post came from, by its `Referer`: without JavaScript it is all that is known of the visit.
 * Null when it is none of our static pages.
 */
export function postingPage(headers: Headers, ownHosts: readonly string[]): URL | null {
  const referer = headers.get('referer') ?? '';
  if (!/^https?:\/\//i.test(referer) || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  return ownHosts.includes(url.host) && !isEdgePath(url.pathname) ? url : null;
}
