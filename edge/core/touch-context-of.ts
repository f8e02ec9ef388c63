import type { App, Exchange } from './exchange.ts';
import type { TouchContext } from './source/parse-touch.ts';

/** By what a request's touches are read. */
export function touchContextOf(
  { request, host }: Exchange,
  { at, app }: { readonly at: number; readonly app: App },
): TouchContext {
  return {
    now: at,
    ownHosts: [host, app.siteHost],
    app: app.channelRules.appIn(request.headers.get('user-agent')),
    variantsAt: (pathname) => app.experiments.get(pathname)?.variants,
  };
}
