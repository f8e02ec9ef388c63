import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Catalogue } from '../../edge/contract/catalogue.ts';
import type { Keyring } from '../../edge/core/ports/keyring.ts';
import { builtPaths } from '../../edge/entry/node-config.node.ts';
import type { Content } from '../../site/loader/content.ts';
import { formatIssues } from '../../site/loader/issues/format-issues.ts';
import { loadContent } from '../../site/loader/load-content.node.ts';
import { collectTemplates } from './collect-templates.ts';
import { composeCatalogue } from './compose-catalogue.ts';
import type { Progress } from './create-progress.ts';
import { drawPages } from './draw-pages.ts';
import { findLeaks, type GuardedSecret } from './find-leaks.ts';
import { listFiles } from './list-files.ts';
import { PlainError } from './plain-error.ts';
import { precompress } from './precompress.ts';
import { assetsOf, sealAssets } from './seal-assets.ts';
import type { SealedFile } from './seal-file.ts';

export interface BuildOptions {
  readonly contentRoot: string;
  /** Gets `site/` (public) and `edge/catalogue.json` (private). */
  readonly outFolder: string;
  readonly sealKeys: Keyring['sealKeys'];
  /** What must not be found in the output. */
  readonly secrets: readonly GuardedSecret[];
  readonly progress: Progress;
}

/**
 * Builds the whole site: the public files, and the catalogue for the edge. The same content and keys give the
 * same bytes.
 * @throws {PlainError} when the content has problems, or when something gated or secret would become public.
 */
export async function buildSite(options: BuildOptions): Promise<Catalogue> {
  const { contentRoot, outFolder, sealKeys, secrets, progress } = options;
  const { siteFolder, cataloguePath } = builtPaths(outFolder);

  const content = await progress.step('Content', async () => {
    const checked = await checkedContent(contentRoot);
    return { value: checked, outcome: `${checked.whitepapers.length} white papers in two languages` };
  });
  const templates = await progress.step('Pages', async () => {
    // Should the build fail half-way, no old catalogue stands beside new pages.
    await rm(dirname(cataloguePath), { recursive: true, force: true });
    await drawPages({ contentRoot, siteFolder });
    const value = await collectTemplates(siteFolder);
    return { value, outcome: `${await countPages(siteFolder)} drawn` };
  });
  const sealed = await progress.step('Gated files', async () => {
    const value = await sealAssets({ content, contentRoot, siteFolder, sealKeys });
    return { value, outcome: `${value.size} sealed` };
  });
  const catalogue = composeCatalogue(content, {
    sealedPaths: new Map([...sealed].map(([id, { sealedPath }]) => [id, sealedPath])),
    templates,
  });
  await mkdir(dirname(cataloguePath), { recursive: true });
  await writeFile(cataloguePath, JSON.stringify(catalogue));
  await progress.step('Leaks', async () => {
    await refuseLeaks({ outFolder, content, sealed, secrets });
    return { value: undefined, outcome: 'none' };
  });
  await progress.step('Compression', async () => {
    const count = await precompress(siteFolder);
    return { value: undefined, outcome: `${count} files` };
  });
  return catalogue;
}

async function checkedContent(contentRoot: string): Promise<Content> {
  const { content, issues } = await loadContent(contentRoot);
  if (content) return content;
  throw new PlainError(`\n${formatIssues(issues)}\n\nNothing was published.`);
}

async function countPages(siteFolder: string): Promise<number> {
  return (await listFiles(siteFolder)).filter((path) => path.endsWith('.html')).length;
}

/** What leaks is taken away at once: a half-built folder must not be published by accident. */
async function refuseLeaks(options: {
  readonly outFolder: string;
  readonly content: Content;
  readonly sealed: ReadonlyMap<string, SealedFile>;
  readonly secrets: readonly GuardedSecret[];
}): Promise<void> {
  const { outFolder, content, sealed, secrets } = options;
  const files = assetsOf(content).map(({ id, path }) => ({ name: path, digest: sealed.get(id)!.digest }));
  const leaks = await findLeaks({ folder: outFolder, files, secrets });
  if (leaks.length === 0) return;
  await rm(outFolder, { recursive: true });
  throw new PlainError(`\n${leaks.join('\n')}\n\nNothing was published; the output was deleted.`);
}
