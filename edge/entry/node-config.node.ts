import { join, resolve } from 'node:path';
import { ConfigError } from './config-error.ts';
import { loadKeys, type KeySettings } from './local-keys.node.ts';

/** What the environment says about a self-hosted server. */
export interface NodeConfig {
  /** `HOST`. All interfaces in production (a container's port must be reachable), else this machine alone. */
  readonly host: string;
  /** `PORT`, 4321 unless told; 0 takes a free one. */
  readonly port: number;
  /** `GATEHOUSE_ORIGIN`: where visitors reach the site. Null takes the site's domain, or this server outside production. */
  readonly origin: string | null;
  /** `NODE_ENV=production`. */
  readonly isProduction: boolean;
  /** `GATEHOUSE_DATA`, `.gatehouse` unless told: pool, keys and the local outbox of mails. */
  readonly dataFolder: string;
  /** `GATEHOUSE_OUT`, `dist` unless told: what `npm run build` made. */
  readonly outFolder: string;
  readonly keys: KeySettings;
  /** `RESEND_API_KEY`: sends mails; without it they are written to the data folder. */
  readonly resendApiKey: string | null;
  /** `GATEHOUSE_POOL_TOKEN`: opens this server's pool to edge functions that show it. */
  readonly poolToken: string | null;
  /** `GATEHOUSE_INSIGHT_UPSTREAM`: a stand-in for PostHog on this machine, for tests. */
  readonly insightUpstream: string | null;
  readonly limits: ServerLimits;
}

export interface ServerLimits {
  readonly maxHeaderBytes: number;
  readonly headersTimeoutMs: number;
  /** From the first byte of a request to its last. */
  readonly requestTimeoutMs: number;
  readonly keepAliveTimeoutMs: number;
  /** A connection on which nothing moves for so long is closed. */
  readonly idleTimeoutMs: number;
  /** How long a stopping server waits for what is under way. */
  readonly shutdownTimeoutMs: number;
}

export const SERVER_LIMITS: ServerLimits = {
  maxHeaderBytes: 16 * 1024,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 15_000,
  keepAliveTimeoutMs: 5_000,
  idleTimeoutMs: 120_000,
  shutdownTimeoutMs: 10_000,
};

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment; on the very first start it makes the keys.
 * @throws {ConfigError} with all that is wrong at once.
 */
export async function loadNodeConfig(options: {
  readonly env: Env;
  readonly cwd: string;
}): Promise<NodeConfig> {
  const { env, cwd } = options;
  const problems: string[] = [];
  const isProduction = env['NODE_ENV'] === 'production';
  const settings = {
    host: env['HOST'] || (isProduction ? '0.0.0.0' : '127.0.0.1'),
    port: readPort(env, problems),
    origin: readOrigin(env, problems),
    isProduction,
    dataFolder: resolve(cwd, env['GATEHOUSE_DATA'] || '.gatehouse'),
    outFolder: resolve(cwd, env['GATEHOUSE_OUT'] || 'dist'),
    resendApiKey: env['RESEND_API_KEY'] || null,
    poolToken: readPoolToken(env, problems),
    insightUpstream: readInsightUpstream(env, problems),
    limits: SERVER_LIMITS,
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return { ...settings, keys: await loadKeys({ env, dataFolder: settings.dataFolder }) };
}

/** Where the build leaves what the server needs. */
export function builtPaths(outFolder: string): {
  readonly siteFolder: string;
  readonly cataloguePath: string;
} {
  return { siteFolder: join(outFolder, 'site'), cataloguePath: join(outFolder, 'edge', 'catalogue.json') };
}

function readPort(env: Env, problems: string[]): number {
  const text = env['PORT'] || '4321';
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  problems.push(`PORT is "${text}". Give a number from 0 to 65535, e.g. PORT=4321.`);
  return 0;
}

function readOrigin(env: Env, problems: string[]): string | null {
  const text = env['GATEHOUSE_ORIGIN'];
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && text.replace(/\/$/, '') === url.origin) return url.origin;
  problems.push(
    `GATEHOUSE_ORIGIN is "${text}". Give scheme and host alone, e.g. GATEHOUSE_ORIGIN=https://www.northlake.example.`,
  );
  return null;
}

function readInsightUpstream(env: Env, problems: string[]): string | null {
  const text = env['GATEHOUSE_INSIGHT_UPSTREAM'];
  if (!text) return null;
  if (/^http:\/\/127\.0\.0\.1:\d+$/.test(text)) return text;
  problems.push(
    `GATEHOUSE_INSIGHT_UPSTREAM is "${text}". It is for tests on this machine alone, e.g. http://127.0.0.1:8000; ` +
      'the PostHog of the site stands in site.yaml.',
  );
  return null;
}

function readPoolToken(env: Env, problems: string[]): string | null {
  const token = env['GATEHOUSE_POOL_TOKEN'];
  if (!token) return null;
  if (token.length < 32) {
    problems.push(
      'GATEHOUSE_POOL_TOKEN is too short to be secret. Take 32 characters or more: `npm run keys` makes one.',
    );
  }
  return token;
}
