import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { takeChecked, takeText } from './checked-content.ts';
import { collectionEntries } from './collection-entries.ts';
import type { CollectionEntry, CollectionName } from './collection-entries.ts';
import { ContentError } from './content-error.ts';
import type { Content } from './content.ts';
import { publishedContent } from './published-content.ts';

/**
 * Astro loaders for the content folder at `root`, one per collection, that read it once for all of them. A load
 * with problems throws a `ContentError`; while the dev server runs, they are logged and the last good content stays.
 */
export function createContentLoaders({ root }: { root: string }): (name: CollectionName) => Loader {
  const load = shareRunning(createLoad(root));
  return (name) => ({
    name: `gatehouse-${name}`,
    load: async (context) => {
      const isWriting = context.watcher !== undefined;
      const content = await load({ isWriting });
      // Only while writing does anybody see what is not out yet.
      await store(isWriting ? content : publishedContent(content), { name, root, context });
      watch(root, { name, load: () => load({ isWriting }), context });
    },
  });
}

const QUIET_MS = 60;

type Load = (mode: { readonly isWriting: boolean }) => Promise<Content>;

function createLoad(root: string): Load {
  const checked = takeChecked(root);
  if (checked) return async () => checked;
  const cache = { texts: new Map() };
  return async ({ isWriting }) => {
    // Here, so that a build, which has checked the content before, does without the reader and all its modules.
    const { loadContent } = await import('./load-content.node.ts');
    const { content, issues } = await loadContent(root, { cache, isWriting });
    if (!content) throw new ContentError(issues);
    return content;
  };
}

/** Calls that come while one is running get that one's result; all of a process are of one mode. */
function shareRunning(start: Load): Load {
  let running: Promise<Content> | undefined;
  return (mode) => {
    running ??= start(mode).finally(() => {
      running = undefined;
    });
    return running;
  };
}

interface Storing {
  readonly name: CollectionName;
  readonly root: string;
  readonly context: LoaderContext;
}

async function store(content: Content, { name, root, context }: Storing): Promise<void> {
  const entries = collectionEntries(content, name);
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of context.store.keys()) if (!ids.has(id)) context.store.delete(id);
  await Promise.all(entries.map((entry) => storeEntry(entry, { root, context })));
}

async function storeEntry(
  { id, data, path, rendered }: CollectionEntry,
  { root, context }: Pick<Storing, 'root' | 'context'>,
): Promise<void> {
  const file = join(root, path);
  const parsed = await context.parseData({ id, data, filePath: file });
  const { html = '', headings = [], pictures = [] } = rendered ?? {};
  const filePath = relative(fileURLToPath(context.config.root), file).split(sep).join('/');
  context.store.set({
    id,
    data: parsed,
    filePath,
    // Of the pictures, too: a page is not drawn again while the digests of what it shows stay. And of the place: what
    // another content folder left in the store must not answer for the same text here.
    digest: context.generateDigest({
      data: parsed,
      html,
      filePath,
      pictures: await digestPictures(file, pictures),
    }),
    ...(rendered && {
      rendered: {
        html: takeText(id) === html ? '' : html,
        metadata: { headings: [...headings], imagePaths: [...pictures] },
      },
      assetImports: [...pictures],
    }),
  });
}

function digestPictures(file: string, pictures: readonly string[]): Promise<string[]> {
  return Promise.all(
    pictures.map(async (picture) => hash('sha256', await readFile(join(dirname(file), picture)))),
  );
}

function watch(
  root: string,
  { name, load, context }: Omit<Storing, 'root'> & { load: () => Promise<Content> },
): void {
  const { watcher, logger } = context;
  if (!watcher) return;
  let timer: NodeJS.Timeout | undefined;
  const reload = async (): Promise<void> => {
    try {
      await store(await load(), { name, root, context });
    } catch (error) {
      // Every collection hears of the same problem; one tells it.
      if (name === 'site') logger.error(error instanceof Error ? error.message : String(error));
    }
  };
  watcher.add(root);
  watcher.on('all', (_event, path) => {
    if (path !== root && !path.startsWith(root + sep)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void reload(), QUIET_MS);
  });
}
