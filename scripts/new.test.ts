import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContent } from '../site/loader/load-content.node.ts';
import { KINDS } from '../site/schemas/kinds.ts';
import { composeEntry } from './new/compose-entry.ts';
import { makeEntry } from './new/make-entry.ts';
import { readContentFacts } from './new/read-content-facts.ts';
import { suggestSlug } from './new/suggest-slug.ts';

let folder: string;
let root: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-new-'));
  root = join(folder, 'content');
  await cp('test/fixtures/content-small', root, { recursive: true });
});

afterAll(() => rm(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('scripts/new.ts'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, GATEHOUSE_CONTENT: root, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  return { status, stdout: stdout.replaceAll(folder, ''), stderr: stderr.replaceAll(folder, '') };
}

const TITLES = ['--title-zh', '量得准：也“说得清”', '--title-en', 'It\'s measured: "right", {always}'];

describe('makes a draft in both languages that passes the check', () => {
  test.each(['whitepaper', 'case', 'product', 'landing', 'article'])('%s', async (kind) => {
    const { status, stderr } = run(kind, ...TITLES, '--slug', `new-${kind}`, '--yes');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const { content, issues } = await loadContent(root);
    expect(issues).toEqual([]);
    const made = content?.entries.find(({ slug }) => slug === `new-${kind}`);
    expect(made?.state).toBe('draft');
    expect(made?.pages.en.head.title).toBe('It\'s measured: "right", {always}');
    expect(made?.pages.zh.head.title).toBe('量得准：也“说得清”');
  });

  test('for every kind there is', () => {
    expect(KINDS).toHaveLength(5);
  });
});

test('a title can be anything', async () => {
  const titles = ['- x', '# y', "'", '"', '{{a}}', '<b>', '\\', 'a: b', '@', '|', '`x`', '}'.repeat(200)];
  const facts = await readContentFacts(root);
  for (const [index, title] of titles.entries()) {
    const entry = { kind: 'landing', slug: `odd-${index}`, title: { zh: title, en: title } } as const;
    await makeEntry(
      { ...entry, stage: 'decision', roles: ['quality'], industries: ['battery'], day: '2026-10-12' },
      facts,
    );
  }
});

test('copies the gated files that are named', async () => {
  const [zh, en] = [join(folder, 'Our paper.PDF'), join(folder, 'other.pdf')];
  await writeFile(zh, '%PDF-1.7 zh');
  await writeFile(en, '%PDF-1.7 en');
  expect(run('whitepaper', ...TITLES, '--slug', 'with-files', '--file-zh', zh, '--file-en', en).stderr).toBe(
    '',
  );
  const made = join(root, 'whitepapers/with-files');
  expect(await readFile(join(made, 'with-files.zh.pdf'), 'utf8')).toBe('%PDF-1.7 zh');
  expect(await readFile(join(made, 'with-files.en.pdf'), 'utf8')).toBe('%PDF-1.7 en');
  run('whitepaper', ...TITLES, '--slug', 'with-file', '--file', en);
  expect(await readdir(join(root, 'whitepapers/with-file'))).toEqual([
    'cover.svg',
    'en.mdx',
    'with-file.pdf',
    'zh.mdx',
  ]);
});

test('takes no file for an answer, except before a white paper', async () => {
  for (const kind of ['landing', 'product', 'case']) {
    run(kind, ...TITLES, '--slug', `asks-${kind}`, '--form', 'whitepaper', '--yes');
  }
  for (const folder of ['landing/asks-landing', 'products/asks-product', 'cases/asks-case']) {
    expect((await readdir(join(root, folder))).filter((name) => name.endsWith('.pdf'))).toEqual([]);
    expect(await readFile(join(root, folder, 'en.mdx'), 'utf8')).toContain('gate: { form: whitepaper }\n');
  }
  const paper = join(folder, 'pack.pdf');
  await writeFile(paper, '%PDF-1.7 a pack');
  run('product', ...TITLES, '--slug', 'with-pack', '--file', paper, '--yes');
  expect(await readFile(join(root, 'products/with-pack/en.mdx'), 'utf8')).toContain('file: with-pack.pdf');
});

test('says what was made and what is next', () => {
  const call = ['whitepaper', '--title-zh', '一', '--title-en', 'What is next', '--yes'];
  expect(run(...call, '--lang', 'en').stdout).toMatchInlineSnapshot(`
    "✓ Made, and checked:
      content/whitepapers/what-is-next/cover.svg (stands in for yours)
      content/whitepapers/what-is-next/en.mdx
      content/whitepapers/what-is-next/what-is-next.pdf (stands in for yours)
      content/whitepapers/what-is-next/zh.mdx

    What is next
      1. Write over the head and the text of both pages: content/whitepapers/what-is-next/zh.mdx content/whitepapers/what-is-next/en.mdx
      2. Replace with your own: content/whitepapers/what-is-next/cover.svg content/whitepapers/what-is-next/what-is-next.pdf
      3. Look while you write: npm run dev, and open /zh/whitepapers/what-is-next/
      4. When it is ready, delete draft: true in both pages and run npm run check:content
    "
  `);
  expect(run(...call, '--lang', 'zh', '--slug', 'zh').stdout).toMatchInlineSnapshot(`
      "✓ 已建好，检查通过：
        content/whitepapers/zh/cover.svg（占位，待换）
        content/whitepapers/zh/en.mdx
        content/whitepapers/zh/zh.mdx
        content/whitepapers/zh/zh.pdf（占位，待换）

      接下来
        1. 改写两页的头部和正文：content/whitepapers/zh/zh.mdx content/whitepapers/zh/en.mdx
        2. 换成您自己的：content/whitepapers/zh/cover.svg content/whitepapers/zh/zh.pdf
        3. 边写边看：npm run dev，打开 /zh/whitepapers/zh/
        4. 写好后删掉两页里的 draft: true，再运行 npm run check:content
      "
    `);
});

const REFUSED = [
  ['whitepaper', ...TITLES, '--slug', 'with-files'],
  ['--yes'],
  ['whitepapr', ...TITLES],
  ['case', '--title-en', 'x'],
  ['case', '--title-zh', '一', '--title-en', '一'],
  ['case', ...TITLES, '--roles', 'enginering'],
  ['whitepaper', ...TITLES, '--slug', 'no-file', '--file', '/no/such.pdf'],
  ['product', ...TITLES, '--slug', 'compare'],
];

test('refuses what can’t be made, says why, and writes nothing', async () => {
  const before = await readdir(root, { recursive: true });
  const answers = REFUSED.map((args) => run(...args));
  expect(answers.map(({ status }) => status)).toEqual(REFUSED.map(() => 1));
  expect(answers.map(({ stderr }) => stderr).join('')).toMatchInlineSnapshot(`
    "/content/whitepapers/with-files is already there, and stays as it is. Take another slug.
    Say what to make: whitepaper, case, product, landing, article. All flags: npm run new -- --help
    There is no kind "whitepapr". Did you mean "whitepaper"?
    Give both titles: --title-zh and --title-en.
    "" can’t be the name of a folder here. Use --slug with small letters, digits and hyphens.
    --roles "enginering" does not exist. Did you mean "engineering"?
    There is no file /no/such.pdf.
    "compare" can’t be the name of a folder here. Use --slug with small letters, digits and hyphens.
    "
  `);
  expect(await readdir(root, { recursive: true })).toEqual(before);
}, 30_000);

test('takes nothing away where the check finds something', async () => {
  const file = join(folder, 'no-pdf.pdf');
  await writeFile(file, 'not a pdf');
  const { status, stderr } = run('whitepaper', ...TITLES, '--slug', 'bad-file', '--file', file);
  expect(status).toBe(1);
  expect(stderr).toContain('WrongFileType');
  expect(await readdir(join(root, 'whitepapers'))).not.toContain('bad-file');
});

test('puts every key that a schema requires into the head', () => {
  const choice = { roles: ['engineering'], industries: ['battery'], stage: 'awareness', day: '2026-10-12' };
  for (const kind of KINDS) {
    const entry = { ...choice, kind, slug: 'a', title: { zh: '一', en: 'One' }, family: 'gauges' };
    const { texts } = composeEntry(entry, { forms: ['f'] });
    expect(texts.get('zh.mdx'), kind).toMatch(/^---\ntitle: 一\n[^]*\n---\n\n[^]+/);
  }
});

test.each([
  ['Inline gauging without stopping the line', 'inline-gauging-without-stopping-the-line'],
  ['LG-40: readings that hold still', 'lg-40'],
  ['A very long title that goes on and on until nobody reads it', 'a-very-long-title-that-goes-on-and-on'],
  ['Größe und Maß', 'grosse-und-mass'],
])('suggests for %j %j', (title, slug) => {
  expect(suggestSlug(title)).toBe(slug);
});
