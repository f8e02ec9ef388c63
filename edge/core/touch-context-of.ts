import type { App, Exchange } from './exchange.ts';
import type { TouchContext } from './source/parse-touch.ts';

/** By what a request's touches are read. */
export function touchContextOf(
  { request, host }: Exchange,
  { at, app }: { readonly at: number; readonly app: App },
): TouchContext {
  return {
    now: at,
    ownHosts: [host, app.siteHost, ...sharedDomainOf(app)],
    app: app.channelRules.appIn(request.headers.get('user-agent')),
    variantsAt: (pathname) => app.experiments.get(pathname)?.variants,
  };
}

function sharedDomainOf({ catalogue }: App): string[] {
  const domain = catalogue.site.privacy?.domain;
  return domain === undefined ? [] : [`.${domain}`];
}
