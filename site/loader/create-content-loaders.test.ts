import { EventEmitter } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CollectionName } from './collection-entries.ts';
import { createContentLoaders } from './create-content-loaders.node.ts';

let folder = '';
let root = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loaders-'));
  root = join(folder, 'content');
  await cp('test/fixtures/content-small', root, { recursive: true });
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** What Astro hands to a loader, as far as ours looks at it. */
function createContext(watcher?: EventEmitter) {
  const entries = new Map<string, Record<string, unknown>>();
  const errors: string[] = [];
  const context = {
    config: { root: pathToFileURL(`${folder}/`) },
    store: {
      keys: () => [...entries.keys()],
      delete: (id: string) => entries.delete(id),
      set: (entry: { id: string }) => entries.set(entry.id, { ...entry }),
    },
    logger: { error: (message: string) => errors.push(message) },
    parseData: async ({ data }: { data: unknown }) => data,
    generateDigest: (data: unknown) => JSON.stringify(data),
    watcher: watcher && Object.assign(watcher, { add: () => undefined }),
  };
  return { entries, errors, context: context as unknown as LoaderContext };
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(join(root, path), change(await readFile(join(root, path), 'utf8')));
}

test.each<[CollectionName, string[]]>([
  ['site', ['site']],
  ['forms', ['whitepaper']],
  ['people', ['ada']],
  ['mails', ['confirmation', 'download', 'owner']],
  [
    'entries',
    ['products/meter/en', 'products/meter/zh', 'whitepapers/first-paper/en', 'whitepapers/first-paper/zh'],
  ],
  [
    'hubs',
    ['industries/battery', 'roles/engineering', 'roles/quality', 'stages/awareness', 'stages/decision'],
  ],
  ['legal', ['imprint/en', 'imprint/zh', 'privacy/en', 'privacy/zh']],
])('fills the collection %s', async (name, ids) => {
  const { entries, context } = createContext();
  entries.set('gone', {});
  await createContentLoaders({ root })(name).load(context);
  expect([...entries.keys()].toSorted()).toEqual(ids);
});

test('hands text, headings and pictures of a page to Astro', async () => {
  const { entries, context } = createContext();
  await createContentLoaders({ root })('entries').load(context);
  expect(entries.get('whitepapers/first-paper/en')).toMatchObject({
    filePath: 'content/whitepapers/first-paper/en.mdx',
    data: { entry: 'whitepapers/first-paper', slug: 'first-paper', locale: 'en', owner: 'ada' },
    assetImports: ['./cover.svg'],
    rendered: { metadata: { imagePaths: ['./cover.svg'], headings: [{ slug: 'why-it-matters' }] } },
  });
});

test('stops with the whole list when there are problems', async () => {
  await edit('people/ada.yaml', (text) => text.replace('title', 'titel').replace('@', ' at '));
  const loading = createContentLoaders({ root })('people').load(createContext().context);
  await expect(loading).rejects.toMatchObject({
    name: 'ContentError',
    message: expect.stringMatching(
      /ada\.yaml:2:1 {2}UnknownKey[^]*ada\.yaml:3:8 {2}InvalidValue[^]*2 problems in 1 file/,
    ),
  });
});

test('loads again when a file changes, and keeps the last good content while there are problems', async () => {
  const watcher = new EventEmitter();
  const { entries, errors, context } = createContext(watcher);
  const nameNow = () => (entries.get('site')?.['data'] as { brand: { name: { en: string } } }).brand.name.en;
  await createContentLoaders({ root })('site').load(context);

  await edit('site.yaml', (text) => text.replace('en: Small }', 'en: Smaller }'));
  watcher.emit('all', 'change', join(root, 'site.yaml'));
  await vi.waitFor(() => expect(nameNow()).toBe('Smaller'));

  await edit('site.yaml', (text) =>
    text.replace('en: Smaller }', 'en: Smallest }').replace('owner: ada', 'owner: aad'),
  );
  watcher.emit('all', 'change', join(root, 'site.yaml'));
  await vi.waitFor(() => expect(errors).toHaveLength(1));
  expect(errors[0]).toContain('leads.owner is "aad"');
  expect(nameNow()).toBe('Smaller');

  await edit('site.yaml', (text) => text.replace('owner: aad', 'owner: ada'));
  watcher.emit('all', 'change', join(root, 'site.yaml'));
  await vi.waitFor(() => expect(nameNow()).toBe('Smallest'));
});
