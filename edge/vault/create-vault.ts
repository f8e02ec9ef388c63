import type { Log } from '../core/ports/app.ts';
import type { Keyring } from '../core/ports/keyring.ts';
import type { SealedFiles } from '../core/ports/sealed-files.ts';
import type { Vault } from '../core/ports/vault.ts';
import { guardStream } from './guard-stream.ts';
import { unseal } from './unseal.ts';

/** A vault over sealed files and the keys that open them. */
export function createVault(options: {
  readonly sealedFiles: SealedFiles;
  readonly keyring: Pick<Keyring, 'sealKeys'>;
  readonly log: Log;
}): Vault {
  const { sealedFiles, keyring, log } = options;
  return {
    async open(sealedPath) {
      const sealed = await sealedFiles.open(sealedPath);
      if (!sealed) return null;
      const clear = await unseal(sealed, { keys: keyring.sealKeys.byId });
      return guardStream(clear, (cause) => {
        log('error', 'sealed_file_broken', { sealedPath, cause: String(cause) });
      });
    },
  };
}
