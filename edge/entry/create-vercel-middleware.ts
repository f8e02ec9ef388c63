import { next, rewrite } from '@vercel/edge';
import { variantPath, VARIANTS_FOLDER } from '../contract/variants.ts';
import type { Experiment } from '../core/split/choose-variant.ts';
import { decideVariant } from '../core/split/decide-variant.ts';

/**
 * What runs on Vercel before the pages on which something is tried: shows each visitor their version at the page's
 * own address. The address where a version lies is answered as one where there is nothing.
 */
export function createVercelMiddleware(
  experiments: Readonly<Record<string, Experiment>>,
): (request: Request) => Response {
  return (request) => {
    const url = new URL(request.url);
    const pathname = decodePath(url.pathname);
    if (pathname.replace(/^\/+/, '/').startsWith(VARIANTS_FOLDER)) return notFound();
    const experiment = Object.hasOwn(experiments, pathname) ? experiments[pathname] : undefined;
    if (!experiment) return next();
    const header = (name: string): string | null => request.headers.get(name);
    const variant = decideVariant({ search: url.search, header }, experiment);
    return variant === 'a' ? next() : rewrite(new URL(variantPath(pathname, variant), url));
  };
}

function decodePath(pathname: string): string {
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}

function notFound(): Response {
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  };
  return new Response('Not found\n', { status: 404, headers });
}
