import { createKeyring } from '../../edge/core/keyring.ts';
import { loadNodeConfig, type NodeConfig } from '../../edge/entry/node-config.node.ts';
import { contentRoot } from '../../site/loader/folder/content-root.node.ts';
import { buildSite } from './build-site.ts';
import type { Progress } from './create-progress.ts';
import { secretsOf } from './secrets-of.ts';
import { warnOfNewKeys } from './warn-of-new-keys.ts';

/** Builds the site that the environment names; resolves to what it says. */
export async function buildFromEnv(progress: Progress): Promise<NodeConfig> {
  const place = { env: process.env, cwd: process.cwd() };
  const config = await loadNodeConfig(place);
  warnOfNewKeys(config.keys);
  const { sealKeys } = await createKeyring(config.keys);
  await buildSite({
    contentRoot: contentRoot(place),
    outFolder: config.outFolder,
    sealKeys,
    secrets: secretsOf(config),
    progress,
  });
  return config;
}
