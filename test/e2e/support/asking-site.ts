import { runScript } from '../../support/run-script.ts';
import { type OwnSite, serveOwnSite } from './own-site.ts';

/** The sample site, which asks what it may do, with a pool of its own. */
export interface AskingSite extends OwnSite {
  /** `npm run pool -- show` of the newest registration. */
  showNewest(): Promise<string>;
  /** `npm run pool -- …`. */
  pool(...args: readonly string[]): Promise<string>;
}

export async function serveAskingSite(): Promise<AskingSite> {
  const site = await serveOwnSite();
  const { env } = site;
  const pool = (...args: readonly string[]) => runScript('pool.ts', { args, env });
  return {
    ...site,
    pool,
    async showNewest() {
      const id = /^[0-9a-hjkmnp-tv-z]{10,26}/m.exec(await pool('list'))?.[0] ?? '';
      return pool('show', id);
    },
  };
}
