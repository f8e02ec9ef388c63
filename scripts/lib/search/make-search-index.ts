import { hash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LOCALES, type Locale } from '../../../edge/contract/locale.ts';
import type { Content } from '../../../site/loader/content.ts';
import type { SearchDocument } from '../../../site/search/compose-search-index.ts';
import { searchDocuments } from '../../../site/search/search-documents.ts';
import { openPack } from '../open-pack.ts';
import { runInThread } from '../run-in-thread.ts';
import type { IndexFiles } from './index-files.ts';

/** The search index of a site in all languages, made and waiting to be published. */
export interface SiteSearchIndex {
  /** That can be found, in all languages. */
  readonly pages: number;
  /** True where the last build had the same to index. */
  readonly isKept: boolean;
  publish(siteFolder: string): Promise<void>;
}

/** Makes what the search page loads; on another thread, and only if what can be found has changed. */
export async function makeSearchIndex(options: {
  readonly content: Content;
  readonly packPath: string;
  /** Changes with the code. */
  readonly version: string;
}): Promise<SiteSearchIndex> {
  const { content, packPath, version } = options;
  const pack = await openPack(packPath);
  let isKept = true;
  let pages = 0;
  const made: IndexFiles[] = [];
  for (const locale of LOCALES) {
    const documents = searchDocuments(content, locale);
    const key = hash('sha256', JSON.stringify([version, locale, documents]));
    const kept = pack.get(key);
    const files = kept ? (JSON.parse(kept.toString('utf8')) as IndexFiles) : await compose(documents, locale);
    if (!kept) pack.set(key, Buffer.from(JSON.stringify(files)));
    pages += documents.length;
    isKept &&= kept !== undefined;
    made.push(files);
  }
  await pack.save();
  return {
    pages,
    isKept,
    async publish(siteFolder) {
      await Promise.all(
        made.flatMap((files) => Object.entries(files)).map(([path, text]) => put(siteFolder + path, text)),
      );
    },
  };
}

function compose(documents: readonly SearchDocument[], locale: Locale): Promise<IndexFiles> {
  return runInThread(new URL('search-worker.ts', import.meta.url), { documents, locale });
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
