import { Refusal } from '../refusal.ts';

/**
 * Lets a submission pass only with positive evidence that a page of ours sent it. `Origin` decides where a browser
 * names one; pages that keep their address to themselves (`no-referrer`) send `Origin: null`, and there
 * `Sec-Fetch-Site` speaks; the oldest browsers leave the `Referer`. No page can forge any of them. Forwarding
 * headers are not evidence and are not read.
 * @throws {Refusal} `cross_site`
 */
export function requireSameOrigin(
  headers: Headers,
  { host, siteHost }: { readonly host: string; readonly siteHost: string },
): void {
  if (!isSameOrigin(headers, [host, siteHost])) throw new Refusal('cross_site');
}

function isSameOrigin(headers: Headers, ownHosts: readonly string[]): boolean {
  const origin = headers.get('origin');
  if (origin !== null && origin !== 'null') return isOwn(origin, ownHosts);
  const site = headers.get('sec-fetch-site');
  if (site === 'same-origin') return true;
  // "none" says that no page was involved: neither for nor against.
  if (site !== null && site !== 'none') return false;
  const referer = headers.get('referer');
  return referer !== null && isOwn(referer, ownHosts);
}

function isOwn(address: string, ownHosts: readonly string[]): boolean {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return false;
  const { host } = new URL(address);
  return ownHosts.some((own) => own === host);
}
