/** A host as most URLs write it; any other spelling goes through `URL`. */
const PLAIN_HOST = /^(?:https?|android-app|ios-app):\/\/([a-z0-9][a-z0-9.-]*[a-z0-9])(?::\d+)?(?:[/?#]|$)/;

/** Lower case, without port and final dot. */
export function hostOf(url: string): string | undefined {
  const plain = PLAIN_HOST.exec(url)?.[1];
  if (plain !== undefined) return plain;
  try {
    return new URL(url).hostname.toLowerCase().replace(/\.+$/, '') || undefined;
  } catch {
    return undefined;
  }
}

/** The same site's host without what many put before it. */
export function withoutWww(host: string): string {
  return host.startsWith('www.') ? withoutWww(host.slice(4)) : host;
}
