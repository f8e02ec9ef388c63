import { geolocation } from '@vercel/edge';
import type { Catalogue } from '../contract/catalogue.ts';
import { problemDetails } from '../contract/problem.ts';
import type { Geo } from '../contract/touch.ts';
import { createApp } from '../core/app.ts';
import { createKeyring } from '../core/keyring.ts';
import { createHttpPool } from '../pool/http-pool.ts';
import { createVault } from '../vault/create-vault.ts';
import { createOriginSealedFiles } from '../vault/origin.ts';
import { createLog } from './create-log.ts';
import { loadVercelConfig } from './vercel-config.ts';

type Fetch = (request: Request) => Promise<Response>;

/**
 * The edge on Vercel: pool over HTTP, sealed files from the deployment's own static files. Everything is made at
 * the first request, since the platform shows the environment only then, and kept for the next ones.
 */
export function createVercelHandler(options: {
  readonly catalogue: Catalogue;
  readonly env: () => Readonly<Record<string, string | undefined>>;
  readonly write: (line: string) => void;
}): Fetch {
  const log = createLog({ write: options.write, clock: Date.now, format: 'json' });
  let opening: Promise<Fetch> | undefined;

  return async (request) => {
    opening ??= open(options.catalogue, { env: options.env(), origin: ownOrigin(request), log });
    try {
      return await (
        await opening
      )(request);
    } catch (error) {
      opening = undefined;
      log('error', 'edge_not_ready', { cause: error instanceof Error ? error.message : String(error) });
      return notReady();
    }
  };
}

async function open(
  built: Catalogue,
  options: {
    readonly env: Readonly<Record<string, string | undefined>>;
    /** Of this very deployment. */
    readonly origin: string;
    readonly log: ReturnType<typeof createLog>;
  },
): Promise<Fetch> {
  const { log } = options;
  const config = loadVercelConfig(options.env);
  const keyring = await createKeyring(config);
  const callFetch: typeof fetch = (input, init) => fetch(input, init);
  const sealedFiles = createOriginSealedFiles({ origin: options.origin, fetch: callFetch });
  const app = createApp({
    catalogue: config.origin ? { ...built, site: { ...built.site, origin: config.origin } } : built,
    pool: createHttpPool({ url: config.poolUrl, token: config.poolToken, fetch: callFetch }),
    vault: createVault({ sealedFiles, keyring, log }),
    keyring,
    clock: Date.now,
    log,
    geo: geoOf,
    sendInsight: callFetch,
  });
  return async (request) => app.fetch(request);
}

/** Where this deployment's static files are; its Node runtime sees plain HTTP behind the platform's TLS. */
function ownOrigin(request: Request): string {
  const url = new URL(request.url);
  if (!/^(?:localhost|127\.0\.0\.1)$/.test(url.hostname)) url.protocol = 'https:';
  return url.origin;
}

function notReady(): Response {
  const problem = problemDetails('unavailable', { locale: 'en', requestId: crypto.randomUUID() });
  const headers = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'retry-after': '60',
  };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** The platform writes these headers itself; a value it could not encode is left out. */
function geoOf(request: Request): Geo | null {
  try {
    const { country, countryRegion, city } = geolocation(request);
    return country ? { country, region: countryRegion, city } : null;
  } catch {
    return null;
  }
}
