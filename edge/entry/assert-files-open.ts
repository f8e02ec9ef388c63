import type { Catalogue } from '../contract/catalogue.ts';
import type { Vault } from '../core/ports/vault.ts';
import { ConfigError } from './config-error.ts';

/**
 * Opens every gated file of the catalogue, to learn at start what visitors would learn after registering.
 * @throws {ConfigError} when one is missing, or sealed with a key that is not in the ring.
 */
export async function assertFilesOpen(catalogue: Catalogue, vault: Vault): Promise<void> {
  const idsByReason = new Map<string, string[]>();
  for (const [id, { sealedPath }] of Object.entries(catalogue.assets)) {
    const reason = await whyClosed(vault, sealedPath);
    if (reason) idsByReason.set(reason, [...(idsByReason.get(reason) ?? []), id]);
  }
  const problems = [...idsByReason].map(([reason, [first, ...others]]) => {
    const whose = others.length > 0 ? `${first} and of ${others.length} more` : first;
    return `The gated file of ${whose} does not open: ${reason}. Build the site with the keys that the server runs with.`;
  });
  if (problems.length > 0) throw new ConfigError(problems);
}

async function whyClosed(vault: Vault, sealedPath: string): Promise<string | null> {
  try {
    const file = await vault.open(sealedPath);
    await file?.cancel();
    return file ? null : 'it is missing from the built site';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
