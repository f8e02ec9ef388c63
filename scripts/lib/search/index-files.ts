import { hash } from 'node:crypto';
import type { Locale } from '../../../edge/contract/locale.ts';
import { composeSearchIndex, type SearchDocument } from '../../../site/search/compose-search-index.ts';
import { manifestPath, type SearchManifest } from '../../../site/search/search-index.ts';

/** Text by origin-relative path. */
export type IndexFiles = Readonly<Record<string, string>>;

/** The index of one language as the site serves it: a manifest, and files that browsers may keep for good. */
export function indexFiles(documents: readonly SearchDocument[], locale: Locale): IndexFiles {
  const { manifest, files } = composeSearchIndex(documents);
  const digest = hash('sha256', [...files.values()].join('\n')).slice(0, 12);
  const folder = `/_astro/search/${locale}.${digest}/`;
  const whole: SearchManifest = { folder, ...manifest };
  return Object.fromEntries([
    [manifestPath(locale), JSON.stringify(whole)],
    ...Array.from(files, ([name, text]) => [folder + name, text] as const),
  ]);
}
