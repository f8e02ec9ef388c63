import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript } from '../../support/run-script.ts';
import { serveSite } from '../../support/served-site.ts';

/**
 * Builds the sample site once and serves it with the real server, on a free port, with its own data folder:
 * `GATEHOUSE_E2E_URL` and `GATEHOUSE_E2E_DATA` tell the tests where.
 */
export default async function startSite(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-'));
  const env = { GATEHOUSE_OUT: join(folder, 'dist'), GATEHOUSE_DATA: join(folder, 'data') };
  await runScript('build.ts', { env });
  const site = await serveSite(env);
  process.env['GATEHOUSE_E2E_URL'] = site.url;
  process.env['GATEHOUSE_E2E_DATA'] = env.GATEHOUSE_DATA;
  return async () => {
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
