import type { Keyring } from '../core/ports/keyring.ts';
import type { SealedFiles } from '../core/ports/sealed-files.ts';
import type { Vault } from '../core/ports/vault.ts';
import { unseal } from './unseal.ts';

/** A vault over sealed files and the keys that open them. */
export function createVault(options: {
  readonly sealedFiles: SealedFiles;
  readonly keyring: Pick<Keyring, 'sealKeys'>;
}): Vault {
  return {
    async open(sealedPath) {
      const sealed = await options.sealedFiles.open(sealedPath);
      return sealed && unseal(sealed, { keys: options.keyring.sealKeys.byId });
    },
  };
}
