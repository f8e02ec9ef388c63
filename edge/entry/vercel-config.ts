import { ConfigError } from './config-error.ts';

/** What the environment says about the edge function. */
export interface VercelConfig {
  readonly keys: string;
  readonly indexKey: string;
  /** `GATEHOUSE_POOL_URL`: the pool gateway of a self-hosted server. */
  readonly poolUrl: string;
  readonly poolToken: string;
  /** `GATEHOUSE_ORIGIN`: where visitors reach the site, if not at the domain of `site.yaml`. */
  readonly origin: string | null;
}

const ADVICE: Readonly<Record<string, string>> = {
  GATEHOUSE_KEYS: 'the keys the site was built with; `npm run keys` makes new ones',
  GATEHOUSE_INDEX_KEY: 'the index key of the pool; `npm run keys` makes a new one',
  GATEHOUSE_POOL_URL: 'the pool gateway of your server, e.g. https://pool.northlake.example/api/pool/',
  GATEHOUSE_POOL_TOKEN: 'the same token as on that server',
};

/** @throws {ConfigError} with all that is missing at once. */
export function loadVercelConfig(env: Readonly<Record<string, string | undefined>>): VercelConfig {
  const problems: string[] = [];
  const need = (name: string): string => {
    const value = env[name];
    if (!value) problems.push(`${name} is not set: ${ADVICE[name] ?? ''}`);
    return value ?? '';
  };
  const config = {
    keys: need('GATEHOUSE_KEYS'),
    indexKey: need('GATEHOUSE_INDEX_KEY'),
    poolUrl: need('GATEHOUSE_POOL_URL').replace(/\/?$/, '/'),
    poolToken: need('GATEHOUSE_POOL_TOKEN'),
    origin: env['GATEHOUSE_ORIGIN'] || null,
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}
