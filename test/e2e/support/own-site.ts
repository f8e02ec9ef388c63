import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { type ServedSite, serveSite } from '../../support/served-site.ts';

/** The built site served once more, with a pool, an outbox of mails and a log that nobody else writes to. */
export interface OwnSite extends ServedSite {
  /** For commands about this site; its keys are among it. */
  readonly env: Readonly<Record<'GATEHOUSE_OUT' | 'GATEHOUSE_DATA', string>> &
    Readonly<Record<string, string>>;
}

export async function serveOwnSite(): Promise<OwnSite> {
  const shared = process.env['GATEHOUSE_E2E_DATA'];
  if (!shared) throw new Error('the site is not built: run the tests through Playwright');
  const data = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-own-'));
  const keys = parseEnv(await readFile(join(shared, 'keys.env'), 'utf8')) as Record<string, string>;
  const env = { ...keys, GATEHOUSE_OUT: join(shared, '../dist'), GATEHOUSE_DATA: data };
  const site = await serveSite(env);
  return {
    ...site,
    env,
    async stop() {
      await site.stop();
      await rm(data, { recursive: true });
    },
  };
}
