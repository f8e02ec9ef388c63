import { SEALED_FOLDER } from '../contract/routes.ts';
import type { SealedFiles } from '../core/ports/sealed-files.ts';

/**
 * Reads sealed files from the site's own static files, where the function has no disk.
 * @param options.origin Scheme and host of this very deployment.
 */
export function createOriginSealedFiles(options: {
  readonly origin: string;
  readonly fetch: typeof fetch;
}): SealedFiles {
  return {
    async open(sealedPath) {
      const url = new URL(sealedPath, options.origin);
      if (url.origin !== new URL(options.origin).origin || !url.pathname.startsWith(SEALED_FOLDER))
        return null;
      // Not "error": runtimes built on workers refuse that word. A redirect is no file, so it fails below.
      const response = await options.fetch(url, { redirect: 'manual' });
      if (response.ok && response.body) return response.body;
      await response.body?.cancel();
      if (response.status === 404) return null;
      throw new Error(`the site answered ${response.status} for a sealed file`);
    },
  };
}
