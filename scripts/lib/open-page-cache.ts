import { hash, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { listFiles } from './list-files.ts';

/** The pages that Astro keeps from one build for the next. */
export interface PageCache {
  /**
   * Keeps what was drawn; without it, as after a failed build, the next one draws everything. Resolves to the number
   * of pages that were kept before and not drawn again.
   */
  keep(): Promise<number>;
}

/**
 * Makes sure that Astro finds among its kept pages none that is damaged, that other code has drawn, or that a build
 * left which did not come to its end: Astro writes pages before it writes what they were made from.
 * @param options.cacheFolder Astro's `cacheDir`.
 * @param options.version Changes with the code that draws.
 */
export async function openPageCache(options: {
  readonly cacheFolder: string;
  readonly version: string;
}): Promise<PageCache> {
  const { cacheFolder, version } = options;
  const pagesFolder = join(cacheFolder, 'dist');
  const manifestPath = join(cacheFolder, 'incremental-build.json');
  const listPath = join(cacheFolder, 'kept-pages.json');
  const kept = await readList(listPath);
  await rm(listPath, { force: true });
  const openedAt = Date.now();
  const isUsable = kept?.version === version && kept.manifest === (await digestOf(manifestPath));
  if (isUsable) await removeOthers(pagesFolder, kept.pages);
  else
    await Promise.all([pagesFolder, manifestPath].map((path) => rm(path, { recursive: true, force: true })));
  return {
    async keep() {
      const list: KeptPages = {
        version,
        manifest: (await digestOf(manifestPath)) ?? '',
        pages: await digestFolder(pagesFolder),
      };
      const draft = `${listPath}.${randomBytes(6).toString('hex')}`;
      await mkdir(cacheFolder, { recursive: true });
      await writeFile(draft, JSON.stringify(list));
      await rename(draft, listPath);
      return countOlder(pagesFolder, openedAt);
    },
  };
}

interface KeptPages {
  readonly version: string;
  /** Digest of Astro's own list. */
  readonly manifest: string;
  /** Digests by path. */
  readonly pages: Readonly<Record<string, string>>;
}

async function readList(path: string): Promise<KeptPages | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as KeptPages;
  } catch {
    return undefined;
  }
}

/** A page that is not there, Astro draws. */
async function removeOthers(folder: string, pages: KeptPages['pages']): Promise<void> {
  const found = await digestFolder(folder);
  const others = Object.entries(found).filter(([path, digest]) => pages[path] !== digest);
  await Promise.all(others.map(([path]) => rm(join(folder, path))));
}

// Both read thousands of small files: asking another thread for each would take several times as long.

async function digestFolder(folder: string): Promise<Record<string, string>> {
  const paths = await listFiles(folder).catch(() => []);
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path), hash('sha256', readFileSync(path))]),
  );
}

async function countOlder(folder: string, time: number): Promise<number> {
  const paths = await listFiles(folder).catch(() => []);
  return paths.filter((path) => statSync(path).mtimeMs < time).length;
}

async function digestOf(path: string): Promise<string | undefined> {
  const contents = await readFile(path).catch(() => undefined);
  return contents && hash('sha256', contents);
}
