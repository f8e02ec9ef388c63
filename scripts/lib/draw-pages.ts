import { join, relative } from 'node:path';
import { build } from 'astro';
import { openPageCache } from './open-page-cache.ts';
import { ROOT_FOLDER } from './run-command.ts';

/**
 * Draws the pages of a content folder with Astro; resolves to the number of those that an earlier build has drawn.
 *
 * Astro keeps what it works with (types, entries, chunks) under its root and under the working directory, so that
 * two builds in one checkout would write over each other. Each therefore gets a root of its own, within the
 * checkout: packages are found from there.
 */
export async function drawPages(options: {
  readonly contentRoot: string;
  /** Within the checkout; what is in it speeds up the next build. */
  readonly workFolder: string;
  /** Within `workFolder`. */
  readonly siteFolder: string;
  /** Changes with the code that draws. */
  readonly version: string;
}): Promise<number> {
  const { contentRoot, workFolder, siteFolder, version } = options;
  const cacheFolder = join(workFolder, 'cache');
  const cache = await openPageCache({ cacheFolder, version });
  process.env['GATEHOUSE_CONTENT'] = contentRoot;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  await build({
    root: workFolder,
    configFile: relative(workFolder, join(ROOT_FOLDER, 'astro.config.mjs')),
    srcDir: join(ROOT_FOLDER, 'site'),
    publicDir: join(ROOT_FOLDER, 'site/public'),
    outDir: siteFolder,
    cacheDir: cacheFolder,
    logLevel: 'warn',
  });
  return cache.keep();
}
