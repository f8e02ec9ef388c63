import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Catalogue } from '../../edge/contract/catalogue.ts';
import { SEALED_FOLDER } from '../../edge/contract/routes.ts';
import type { Keyring } from '../../edge/core/ports/keyring.ts';
import { builtPaths } from '../../edge/entry/node-config.node.ts';
import { leaveChecked } from '../../site/loader/checked-content.ts';
import type { Content } from '../../site/loader/content.ts';
import { formatIssue } from '../../site/loader/issues/format-issues.ts';
import { publishedContent } from '../../site/loader/published-content.ts';
import { resolveColors } from '../../site/theme/resolve-theme.ts';
import { collectTemplates } from './collect-templates.ts';
import { composeCatalogue } from './compose-catalogue.ts';
import type { Progress } from './create-progress.ts';
import { describeUnpublished } from './describe-unpublished.ts';
import { digestCode } from './digest-code.ts';
import { publishIcons } from './draw-icons.ts';
import { findLeaks, type GuardedSecret } from './find-leaks.ts';
import { listFiles } from './list-files.ts';
import { PlainError } from './plain-error.ts';
import { startPrecompress } from './precompress.ts';
import { pruneFolders } from './prune-folders.ts';
import { publishFolder } from './publish-folder.ts';
import { readContent } from './read-content.ts';
import { ROOT_FOLDER } from './run-command.ts';
import { assetsOf, sealAssets } from './seal-assets.ts';
import { makeSearchIndex } from './search/make-search-index.ts';
import type { SealedFile } from './seal-file.ts';
import { makeSharePictures } from './share/make-share-pictures.ts';
import { writeSitemap } from './write-sitemap.ts';

export interface BuildOptions {
  readonly contentRoot: string;
  /** Gets `site/` (public) and `edge/catalogue.json` (private). */
  readonly outFolder: string;
  readonly sealKeys: Keyring['sealKeys'];
  /** What must not be found in the output. */
  readonly secrets: readonly GuardedSecret[];
  readonly progress: Progress;
  /** Whether entries get share cards; left out only where the rest of a build is measured. Default: true. */
  readonly hasEntryCards?: boolean;
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
  // Astro takes a second to load; other threads render texts in the meantime.
  const drawing = import('./draw-pages.ts');
  drawing.catch(() => undefined);
  const version = await digestCode();

  const content = await progress.step('Content', async () => {
    const { content: whole, warnings } = await readContent({
      contentRoot,
      packPath: join(workFolder, 'texts.pack'),
      version,
    });
    for (const note of [...warnings.map((warning) => formatIssue(warning)), ...describeUnpublished(whole)])
      progress.note(note);
    const checked = publishedContent(whole);
    leaveChecked({ root: contentRoot, content: checked });
    return {
      value: checked,
      outcome: `${checked.entries.length} entr${checked.entries.length === 1 ? 'y' : 'ies'}, in both languages`,
    };
  });
  await rm(draftFolder, { recursive: true, force: true });
  await mkdir(workFolder, { recursive: true });
  // Sealing works on a thread of its own, compression in processes, beside the drawing. Astro would empty its folder of
  // what is sealed.
  const gatedFolder = join(draftFolder, 'gated');
  const earlierSite = builtPaths(outFolder).siteFolder;
  const sealing = sealAssets({ content, contentRoot, siteFolder: gatedFolder, sealKeys, earlierSite });
  sealing.catch(() => undefined);
  const shared = options.hasEntryCards === false ? { ...content, entries: [] } : content;
  const sharing = makeSharePictures({ content: shared, contentRoot, cacheFolder: SHARE_FOLDER });
  sharing.catch(() => undefined);
  const indexing = makeSearchIndex({ content, packPath: join(workFolder, 'search.pack'), version });
  indexing.catch(() => undefined);
  const compressing = startPrecompress({
    siteFolder,
    earlierSite,
    packFolder: workFolder,
  });
  try {
    const templates = await progress.step('Pages', async () => {
      const { drawPages } = await drawing;
      const kept = await drawPages({ contentRoot, workFolder, siteFolder, version });
      const value = await collectTemplates(siteFolder);
      const pages = await countPages(siteFolder);
      return { value, outcome: `${count(pages, 'page')}, ${pages - kept} drawn` };
    });
    await progress.step('Search engines and sharing', async () => {
      const pictures = await sharing;
      await pictures.publish(siteFolder);
      const { band } = resolveColors(content.site.theme);
      await publishIcons(siteFolder, { logoPath: join(contentRoot, content.site.brand.logo), band });
      const listed = await writeSitemap({ siteFolder, content });
      const drawn = `${pictures.drawn} of ${count(pictures.count, 'share card')} drawn`;
      return { value: undefined, outcome: `${count(listed, 'page')} in the sitemap, ${drawn}` };
    });
    await progress.step('Search', async () => {
      const index = await indexing;
      await index.publish(siteFolder);
      return {
        value: undefined,
        outcome: `${count(index.pages, 'page')} can be found${index.isKept ? ', as before' : ''}`,
      };
    });
    const sealed = await progress.step('Gated files', async () => {
      const value = await sealing;
      await publishFolder(join(gatedFolder, SEALED_FOLDER), join(siteFolder, SEALED_FOLDER));
      return { value, outcome: `${count(value.size, 'file')} sealed` };
    });
    const sealedPaths = new Map([...sealed].map(([id, { sealedPath }]) => [id, sealedPath]));
    await writeCatalogue(cataloguePath, composeCatalogue(content, { sealedPaths, templates }));
    await progress.step('Leaks', async () => {
      await refuseLeaks({ draftFolder, content, sealed, secrets });
      return { value: undefined, outcome: 'none' };
    });
    await progress.step('Compression', async () => {
      return { value: undefined, outcome: count(await compressing.finish(), 'file') };
    });
  } finally {
    await compressing.close();
  }
  for (const part of ['site', 'edge']) await publishFolder(join(draftFolder, part), join(outFolder, part));
  await pruneFolders(WORK_FOLDER, { maxAgeMs: WORK_KEPT_MS, now: Date.now() });
}

const WORK_FOLDER = join(ROOT_FOLDER, '.astro/work');
const WORK_KEPT_MS = 3 * 86_400_000;
/** What is in it depends on the content alone, so all builds share it. */
const SHARE_FOLDER = join(ROOT_FOLDER, '.astro/share');

/** One for each pair of content and output; what is in it makes the next build of the two quick. */
function workFolderOf({ contentRoot, outFolder }: BuildOptions): string {
  const name = createHash('sha256').update(`${contentRoot}\0${outFolder}`).digest('hex').slice(0, 12);
  return join(WORK_FOLDER, name);
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
