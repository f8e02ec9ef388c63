import { join } from 'node:path';
import type { Keyring } from '../../edge/core/ports/keyring.ts';
import type { Asset, Content } from '../../site/loader/content.ts';
import { mapLimit } from './map-limit.ts';
import { sealFile, type SealedFile } from './seal-file.ts';

const AT_A_TIME = 8;

/** Seals every gated file of the content into the site's output; results by asset id. */
export async function sealAssets(options: {
  readonly content: Content;
  readonly contentRoot: string;
  readonly siteFolder: string;
  readonly sealKeys: Keyring['sealKeys'];
}): Promise<ReadonlyMap<string, SealedFile>> {
  const { content, contentRoot, siteFolder, sealKeys } = options;
  const sealed = await mapLimit(assetsOf(content), {
    limit: AT_A_TIME,
    map: async ({ id, path }): Promise<[string, SealedFile]> => [
      id,
      await sealFile({ path: join(contentRoot, path), siteFolder, sealKeys }),
    ],
  });
  return new Map(sealed);
}

export function assetsOf({ entries }: Content): Asset[] {
  return entries.flatMap(({ pages }) => [pages.zh.asset, pages.en.asset].filter((asset) => asset !== null));
}
