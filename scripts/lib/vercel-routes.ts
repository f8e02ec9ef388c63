import { ROUTES } from '../../edge/contract/routes.ts';
import { VARIANTS_FOLDER } from '../../edge/contract/variants.ts';
import { SPLIT_CACHE, SPLIT_VARY } from '../../edge/entry/split-headers.ts';
import { staticSecurityHeaders } from '../../edge/entry/static-security-headers.ts';

export const FUNCTION_NAME = 'gatehouse';
export const MIDDLEWARE_NAME = 'middleware';

/** One rule of `.vercel/output/config.json`. Source: vercel.com/docs/build-output-api/configuration */
export type VercelRoute =
  | { readonly handle: 'filesystem' }
  | {
      readonly src: string;
      readonly dest?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly status?: number;
      readonly middlewarePath?: string;
      readonly continue?: true;
    };

const FOREVER = 'public, max-age=31536000, immutable';

/**
 * The same answers as the self-hosted server gives, in the words of the platform. First match wins.
 * @param options.splitPaths Pages that are shown in several versions.
 */
export function vercelRoutes({ splitPaths }: { readonly splitPaths: readonly string[] }): VercelRoute[] {
  return [
    // Before all headers: the edge sets its own.
    { src: edgePattern(), dest: `/${FUNCTION_NAME}` },
    { src: '^/.*$', headers: staticSecurityHeaders({ isSecure: true }), continue: true },
    { src: '^/_astro/.*$', headers: { 'cache-control': FOREVER }, continue: true },
    {
      src: '^/_sealed/.*$',
      headers: {
        'cache-control': FOREVER,
        'content-type': 'application/octet-stream',
        'x-robots-tag': 'noindex',
      },
      continue: true,
    },
    ...(splitPaths.length > 0 ? splitRoutes(splitPaths) : []),
    { src: '^/((?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+)$', status: 308, headers: { location: '/$1/' } },
    { handle: 'filesystem' },
    { src: '^/.*$', dest: '/404.html', status: 404 },
  ];
}

/** The middleware runs for these pages alone, and keeps visitors away from where it finds their versions. */
function splitRoutes(paths: readonly string[]): VercelRoute[] {
  const pages = paths.join('|');
  return [
    { src: `^(?:${pages})$`, headers: { 'cache-control': SPLIT_CACHE, vary: SPLIT_VARY }, continue: true },
    { src: `^(?:${pages}|/*${VARIANTS_FOLDER}.*)$`, middlewarePath: MIDDLEWARE_NAME, continue: true },
  ];
}

/** The same paths as `isEdgePath`. */
function edgePattern(): string {
  return `^(?:/api/.*|${ROUTES.download}.*|${ROUTES.thanks}.*|${ROUTES.health})$`;
}
