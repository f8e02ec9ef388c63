import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, runScript } from '../../support/run-script.ts';
import { type ServedSite, serveSite } from '../../support/served-site.ts';

/** The sample site with another `site.yaml`, built and served. Takes half a minute. */
export async function serveAlteredSite(
  alter: (yaml: string) => string,
  extraEnv: Readonly<Record<string, string>> = {},
): Promise<ServedSite> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-altered-'));
  const content = join(folder, 'content');
  await cp(join(ROOT, 'content'), content, { recursive: true });
  const path = join(content, 'site.yaml');
  await writeFile(path, alter(await readFile(path, 'utf8')));
  const env = {
    GATEHOUSE_CONTENT: content,
    GATEHOUSE_OUT: join(folder, 'dist'),
    GATEHOUSE_DATA: join(folder, 'data'),
    ...extraEnv,
  };
  await runScript('build.ts', { env });
  const site = await serveSite(env);
  return {
    ...site,
    async stop() {
      await site.stop();
      await rm(folder, { recursive: true });
    },
  };
}
