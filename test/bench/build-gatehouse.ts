import { createKeyring } from '../../edge/core/keyring.ts';
import { loadNodeConfig } from '../../edge/entry/node-config.node.ts';
import { contentRoot } from '../../site/loader/folder/content-root.node.ts';
import { createProgress } from '../../scripts/lib/create-progress.ts';
import { keepCompiledCode } from '../../scripts/lib/keep-compiled-code.ts';
import { secretsOf } from '../../scripts/lib/secrets-of.ts';

// `npm run build` but for the entries' share cards: the bare site has none, and their price is stated by the card.
keepCompiledCode();
const { buildSite } = await import('../../scripts/lib/build-site.ts');
const place = { env: process.env, cwd: process.cwd() };
const config = await loadNodeConfig(place);
await buildSite({
  contentRoot: contentRoot(place),
  outFolder: config.outFolder,
  sealKeys: (await createKeyring(config.keys)).sealKeys,
  secrets: secretsOf(config),
  progress: createProgress(process.stdout),
  hasEntryCards: false,
});
