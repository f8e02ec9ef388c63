import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { Catalogue } from '../../edge/contract/catalogue.ts';
import { SEALED_FOLDER } from '../../edge/contract/routes.ts';
import type { Keyring } from '../../edge/core/ports/keyring.ts';
import { builtPaths } from '../../edge/entry/node-config.node.ts';
import { leaveChecked } from '../../site/loader/checked-content.ts';
import type { Content } from '../../site/loader/content.ts';
import { formatIssues } from '../../site/loader/issues/format-issues.ts';
import { loadContent } from '../../site/loader/load-content.node.ts';
import { createTextRenderer } from '../../site/loader/mdx/create-text-renderer.node.ts';
import { collectTemplates } from './collect-templates.ts';
import { composeCatalogue } from './compose-catalogue.ts';
import type { Progress } from './create-progress.ts';
import { drawPages } from './draw-pages.ts';
import { findLeaks, type GuardedSecret } from './find-leaks.ts';
import { listFiles } from './list-files.ts';
import { PlainError } from './plain-error.ts';
import { precompress } from './precompress.ts';
import { publishFolder } from './publish-folder.ts';
import { ROOT_FOLDER } from './run-command.ts';
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
 * same bytes. What stood in `outFolder` before stays until all is well.
 * @throws {PlainError} when the content has problems, or when something gated or secret would become public.
 */
export async function buildSite(options: BuildOptions): Promise<void> {
  const { contentRoot, outFolder, sealKeys, secrets, progress } = options;
  const workFolder = workFolderOf(options);
  const draftFolder = join(workFolder, 'draft');
  const { siteFolder, cataloguePath } = builtPaths(draftFolder);

  const content = await progress.step('Content', async () => {
    const checked = await checkedContent(contentRoot);
    leaveChecked({ root: contentRoot, content: checked });
    return {
      value: checked,
      outcome: `${checked.entries.length} entr${checked.entries.length === 1 ? 'y' : 'ies'}, in both languages`,
    };
  });
  await rm(draftFolder, { recursive: true, force: true });
  await mkdir(workFolder, { recursive: true });
  // Sealing works in other threads, so it goes on beside the drawing; Astro would empty its folder of it.
  const sealing = sealAssets({ content, contentRoot, siteFolder: join(draftFolder, 'gated'), sealKeys });
  sealing.catch(() => undefined);
  const templates = await progress.step('Pages', async () => {
    await drawPages({ contentRoot, workFolder, siteFolder });
    const value = await collectTemplates(siteFolder);
    return { value, outcome: `${count(await countPages(siteFolder), 'page')} drawn` };
  });
  const sealed = await progress.step('Gated files', async () => {
    const value = await sealing;
    await publishFolder(join(draftFolder, 'gated', SEALED_FOLDER), join(siteFolder, SEALED_FOLDER));
    return { value, outcome: `${count(value.size, 'file')} sealed` };
  });
  const sealedPaths = new Map([...sealed].map(([id, { sealedPath }]) => [id, sealedPath]));
  await writeCatalogue(cataloguePath, composeCatalogue(content, { sealedPaths, templates }));
  await progress.step('Leaks', async () => {
    await refuseLeaks({ draftFolder, content, sealed, secrets });
    return { value: undefined, outcome: 'none' };
  });
  await progress.step('Compression', async () => {
    const compressed = await precompress(siteFolder);
    return { value: undefined, outcome: count(compressed, 'file') };
  });
  for (const part of ['site', 'edge']) await publishFolder(join(draftFolder, part), join(outFolder, part));
  // An output elsewhere is somebody's one-off; only the checkout's own is built again and again.
  if (!outFolder.startsWith(ROOT_FOLDER)) await rm(workFolder, { recursive: true });
}

/** One for each pair of content and output. */
function workFolderOf({ contentRoot, outFolder }: BuildOptions): string {
  const name = createHash('sha256').update(`${contentRoot}\0${outFolder}`).digest('hex').slice(0, 12);
  return join(ROOT_FOLDER, '.astro/work', name);
}

async function checkedContent(contentRoot: string): Promise<Content> {
  const renderer = createTextRenderer({ threads: availableParallelism() });
  const cache = { texts: new Map(), render: renderer.render };
  const { content, issues } = await loadContent(contentRoot, { cache }).finally(() => renderer.close());
  if (content) return content;
  throw new PlainError(`\n${formatIssues(issues)}\n\nNothing was published.`);
}

async function writeCatalogue(path: string, catalogue: Catalogue): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(catalogue));
}

/** What leaks is taken away at once: a draft must not be published by accident. */
async function refuseLeaks(options: {
  readonly draftFolder: string;
  readonly content: Content;
  readonly sealed: ReadonlyMap<string, SealedFile>;
  readonly secrets: readonly GuardedSecret[];
}): Promise<void> {
  const { draftFolder, content, sealed, secrets } = options;
  const files = assetsOf(content).map(({ id, path }) => ({ name: path, digest: sealed.get(id)!.digest }));
  const leaks = await findLeaks({ folder: draftFolder, files, secrets });
  if (leaks.length === 0) return;
  await rm(draftFolder, { recursive: true });
  throw new PlainError(`\n${leaks.join('\n')}\n\nNothing was published.`);
}

async function countPages(siteFolder: string): Promise<number> {
  return (await listFiles(siteFolder)).filter((path) => path.endsWith('.html')).length;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
