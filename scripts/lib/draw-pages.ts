import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'astro';
import { ROOT_FOLDER } from './run-command.ts';

/** Draws all pages of a content folder with Astro. */
export async function drawPages(options: {
  readonly contentRoot: string;
  readonly siteFolder: string;
}): Promise<void> {
  const { contentRoot, siteFolder } = options;
  process.env['GATEHOUSE_CONTENT'] = contentRoot;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  await build({
    root: ROOT_FOLDER,
    outDir: siteFolder,
    cacheDir: cacheFolder(contentRoot),
    logLevel: 'warn',
  });
}

/** Each content folder has a cache of its own: entries of another would be taken for this one's. */
function cacheFolder(contentRoot: string): string {
  const name = createHash('sha256').update(contentRoot).digest('hex').slice(0, 12);
  return join(ROOT_FOLDER, 'node_modules/.astro', name);
}
