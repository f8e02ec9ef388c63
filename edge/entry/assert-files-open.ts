import type { Catalogue } from '../contract/catalogue.ts';
import type { Vault } from '../core/ports/vault.ts';
import { ConfigError } from './config-error.ts';

/**
 * Opens every gated file of the catalogue, to learn at start what visitors would learn after registering.
 * @throws {ConfigError} when one is missing, or sealed with a key that is not in the ring.
 */
export async function assertFilesOpen(catalogue: Catalogue, vault: Vault): Promise<void> {
  const problems: string[] = [];
  for (const [id, { sealedPath }] of Object.entries(catalogue.assets)) {
    try {
      const file = await vault.open(sealedPath);
      if (file) await file.cancel();
      else problems.push(`The gated file of ${id} is missing from the built site. Build it again.`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(
        `The gated file of ${id} does not open: ${reason}. Build the site with the keys that the server runs with.`,
      );
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
}
