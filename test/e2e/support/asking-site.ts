import { runScript } from '../../support/run-script.ts';
import { type OwnSite, serveOwnSite } from './own-site.ts';

/** The sample site, which asks what it may do, with a pool of its own. */
export interface AskingSite extends OwnSite {
  /** `npm run pool -- show` of the newest registration. */
  showNewest(): Promise<string>;
}

export async function serveAskingSite(): Promise<AskingSite> {
  const site = await serveOwnSite();
  const { env } = site;
  return {
    ...site,
    async showNewest() {
      const list = await runScript('pool.ts', { args: ['list'], env });
      const id = /^[0-9a-hjkmnp-tv-z]{10,26}/m.exec(list)?.[0] ?? '';
      return runScript('pool.ts', { args: ['show', id], env });
    },
  };
}
