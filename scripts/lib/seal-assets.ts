import { join } from 'node:path';
import type { Keyring } from '../../edge/core/ports/keyring.ts';
import type { Asset, Content } from '../../site/loader/content.ts';
import { findEarlierSeals } from './find-earlier-seals.ts';
import { mapLimit } from './map-limit.ts';
import { runInThread } from './run-in-thread.ts';
import { sealFile, type SealedFile } from './seal-file.ts';

const AT_A_TIME = 8;

interface SealOptions {
  readonly contentRoot: string;
  readonly siteFolder: string;
  readonly sealKeys: Keyring['sealKeys'];
  /** A site built before, whose sealed files are taken again. Default: `siteFolder` itself. */
  readonly earlierSite?: string;
}

/** Seals every gated file of the content into the site's output, on another thread; results by asset id. */
export function sealAssets({
  content,
  ...options
}: SealOptions & { readonly content: Content }): Promise<ReadonlyMap<string, SealedFile>> {
  const assets = assetsOf(content).map(({ id, path }) => ({ id, path }));
  return runInThread(new URL('seal-worker.ts', import.meta.url), { assets, ...options });
}

/** The work of `sealAssets`. */
export async function sealAll(
  options: SealOptions & { readonly assets: readonly Pick<Asset, 'id' | 'path'>[] },
): Promise<ReadonlyMap<string, SealedFile>> {
  const { assets, contentRoot, siteFolder, sealKeys, earlierSite = siteFolder } = options;
  const earlier = await findEarlierSeals(earlierSite);
  // Both languages of an entry may have the same file.
  const paths = [...new Set(assets.map(({ path }) => path))];
  const sealed = await mapLimit(paths, {
    limit: AT_A_TIME,
    map: (path) => sealFile({ path: join(contentRoot, path), siteFolder, sealKeys, earlier }),
  });
  const byPath = new Map(paths.map((path, index) => [path, sealed[index]!]));
  return new Map(assets.map(({ id, path }) => [id, byPath.get(path)!]));
}

export function assetsOf({ entries }: Content): Asset[] {
  return entries.flatMap(({ pages }) => [pages.zh.asset, pages.en.asset].filter((asset) => asset !== null));
}
