import process from 'node:process';
import { checkContent } from './check-content.ts';
import type { CheckedContent, TryRules } from './check-content.ts';
import { readContentFolder } from './folder/read-content-folder.node.ts';
import type { TextCache } from './mdx/render-cached.ts';

interface LoadOptions {
  /** Keeps rendered texts between loads. */
  readonly cache?: TextCache;
  /** Says what is out and what has expired. Default: the machine's clock. */
  readonly clock?: () => number;
  /** True while writing: drafts have pages then, so that links to them are told and stop nothing. */
  readonly isWriting?: boolean;
  /** What messages name files from. Default: the working directory. */
  readonly cwd?: string;
  /** Folders published as they are, searched for copies of gated files. Default: `public` and `site/public`. */
  readonly publicFolders?: readonly string[];
  /** Tries the examples of the rules where all else is well. */
  readonly tryRules?: TryRules;
}

/**
 * Reads and checks the content folder at `root`. Either the whole content, or every problem in it; never throws for
 * what is in the folder.
 */
export async function loadContent(
  root: string,
  {
    cache = { texts: new Map() },
    clock,
    isWriting,
    cwd = process.cwd(),
    publicFolders = ['public', 'site/public'],
    tryRules,
  }: LoadOptions = {},
): Promise<CheckedContent> {
  const [folder, ...published] = await Promise.all(
    [root, ...publicFolders].map((path) => readContentFolder(path, { cwd })),
  );
  if (!folder) throw new Error('no folder was given');
  return checkContent(folder, {
    cache,
    clock,
    isWriting,
    publicFolders: published.filter(({ exists }) => exists),
    tryRules,
  });
}
