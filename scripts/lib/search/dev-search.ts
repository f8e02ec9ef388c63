import { LOCALES } from '../../../edge/contract/locale.ts';
import { loadContent } from '../../../site/loader/load-content.node.ts';
import { searchDocuments } from '../../../site/search/search-documents.ts';
import { manifestPath } from '../../../site/search/search-index.ts';
import { indexFiles, type IndexFiles } from './index-files.ts';

/** A file that a build makes and the search page asks for while writing, too. */
export interface DevSearchFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** Makes the index of a language, out of the content as it is now, when its manifest is asked for. */
export function createDevSearch(
  contentRoot: string,
): (pathname: string) => Promise<DevSearchFile | undefined> {
  const made: Record<string, string | undefined> = {};
  return async (pathname) => {
    const locale = LOCALES.find((each) => manifestPath(each) === pathname);
    if (locale) {
      const { content } = await loadContent(contentRoot, { isWriting: true });
      const files: IndexFiles = content ? indexFiles(searchDocuments(content, locale), locale) : {};
      Object.assign(made, files);
    }
    const text = made[pathname];
    return text === undefined ? undefined : { bytes: Buffer.from(text), mediaType: 'application/json' };
  };
}
