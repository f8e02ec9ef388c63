import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateKeys } from '../../edge/core/generate-keys.ts';
import { listFiles } from './list-files.ts';
import { ROOT_FOLDER, runCommand } from './run-command.ts';
import { digestFile } from './seal-file.ts';

/** Of two white papers and a product, in two languages. */
const ENTRY_PAGES = 6;
const keys = generateKeys();
let folder: string;
let content: string;
let drawnAtFirst: number;
/** Lists, the home page and the like. */
let drawnAlways: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-again-'));
  content = join(folder, 'content');
  await cp(join(ROOT_FOLDER, 'test/fixtures/content-small'), content, { recursive: true });
  await copyPaper('first-paper', 'second-paper');
  drawnAtFirst = await build('again');
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

/** @returns The number of pages that were drawn. */
async function build(out: string): Promise<number> {
  const { code, output } = await runCommand('node', ['scripts/build.ts'], {
    env: {
      GATEHOUSE_CONTENT: content,
      GATEHOUSE_OUT: join(folder, out),
      GATEHOUSE_DATA: join(folder, 'data'),
      GATEHOUSE_KEYS: keys.keys,
      GATEHOUSE_INDEX_KEY: keys.indexKey,
    },
  });
  expect(output).not.toContain('✗');
  expect(code).toBe(0);
  return Number(/✓ Pages: \d+ pages, (\d+) drawn/.exec(output)?.[1]);
}

test('draws no entry’s page again when nothing has changed', async () => {
  const before = await digests('again');
  drawnAlways = await build('again');
  expect(drawnAtFirst - drawnAlways).toBe(ENTRY_PAGES);
  expect(await digests('again')).toEqual(before);
}, 120_000);

test('after a text and a gated file have changed, draws that page alone, and leaves the bytes of a first build', async () => {
  await edit('whitepapers/first-paper/en.mdx', ['## Why it matters', '## Why it still matters']);
  const gated = join(content, 'whitepapers/second-paper/first-paper.zh.pdf');
  const bytes = await readFile(gated);
  await writeFile(gated, bytes.with(-1, bytes.at(-1)! ^ 1));
  expect(await build('again')).toBe(drawnAlways + 1);
  await expectFirstBuild('clean-texts');
}, 120_000);

test('leaves the bytes of a first build after an entry was added and heads and pictures have changed', async () => {
  await copyPaper('first-paper', 'third-paper');
  for (const locale of ['zh', 'en']) {
    // Of a stage that no other has: a hub more, which the foot of every page leads to.
    await edit(
      `whitepapers/second-paper/${locale}.mdx`,
      ['published: 2026-10-12', 'published: 2026-10-13'],
      ['stage: awareness', 'stage: decision'],
    );
  }
  await edit('whitepapers/first-paper/cover.svg', ['<svg ', '<svg data-changed="1" ']);
  await edit('products/meter/cover.svg', ['<svg ', '<svg data-changed="2" ']);
  await build('again');
  await expectFirstBuild('clean-pictures');
}, 120_000);

test('leaves the bytes of a first build after an entry was removed and site, form and person have changed', async () => {
  await rm(join(content, 'whitepapers/third-paper'), { recursive: true });
  await edit('site.yaml', ['en: Small and whole', 'en: Small but whole'], ['en: Battery', 'en: Batteries']);
  await edit('people/ada.yaml', ['en: Engineer', 'en: Head of engineering']);
  await edit('forms/whitepaper.yaml', ['en: Get it', 'en: Get the paper']);
  await build('again');
  await expectFirstBuild('clean-site');
}, 120_000);

async function copyPaper(from: string, to: string): Promise<void> {
  await cp(join(content, 'whitepapers', from), join(content, 'whitepapers', to), { recursive: true });
  for (const locale of ['zh', 'en']) {
    await edit(`whitepapers/${to}/${locale}.mdx`, [/^title: .*$/m, `title: ${to} ${locale}`]);
  }
}

async function edit(
  path: string,
  ...changes: readonly (readonly [string | RegExp, string])[]
): Promise<void> {
  const file = join(content, path);
  let text = await readFile(file, 'utf8');
  for (const [from, to] of changes) {
    const changed = text.replace(from, to);
    expect(changed, `${path}: ${String(from)}`).not.toBe(text);
    text = changed;
  }
  await writeFile(file, text);
}

/** An output of another name has nothing from an earlier build. */
async function expectFirstBuild(name: string): Promise<void> {
  await build(name);
  expect(await digests('again')).toEqual(await digests(name));
}

async function digests(name: string): Promise<Record<string, string>> {
  const root = join(folder, name);
  const paths = await listFiles(root);
  const pairs = paths.map(async (path) => [
    path.slice(root.length),
    (await digestFile(path)).digest.toString('hex'),
  ]);
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>;
}
