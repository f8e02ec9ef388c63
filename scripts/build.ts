import { createKeyring } from '../edge/core/keyring.ts';
import { loadNodeConfig } from '../edge/entry/node-config.node.ts';
import { contentRoot } from '../site/loader/folder/content-root.node.ts';
import { buildSite } from './lib/build-site.ts';
import { createProgress } from './lib/create-progress.ts';
import { runMain } from './lib/run-main.ts';
import { secretsOf } from './lib/secrets-of.ts';
import { warnOfNewKeys } from './lib/warn-of-new-keys.ts';

await runMain(async () => {
  const place = { env: process.env, cwd: process.cwd() };
  const config = await loadNodeConfig(place);
  warnOfNewKeys(config.keys);
  const { sealKeys } = await createKeyring(config.keys);
  await buildSite({
    contentRoot: contentRoot(place),
    outFolder: config.outFolder,
    sealKeys,
    secrets: secretsOf(config),
    progress: createProgress(process.stdout),
  });
});
