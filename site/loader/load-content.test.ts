import { cp, mkdir, mkdtemp, open, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Form } from '../../edge/contract/form.ts';
import { ISSUE_CODES } from './issues/issue-codes.ts';
import { formatIssue, formatIssues } from './issues/format-issues.ts';
import { loadContent } from './load-content.node.ts';

const SMALL = 'test/fixtures/content-small';
const BROKEN = 'test/fixtures/content-broken';

describe('a folder without mistakes', () => {
  test('gives the site, its forms with defaults, people and mails', async () => {
    const { content, issues } = await loadContent(SMALL);
    expect(formatIssues(issues)).toBe('0 problems in 0 files');
    expect(content?.site.brand.name).toEqual({ zh: '小站', en: 'Small' });
    expect(content?.people['ada']).toMatchObject({ id: 'ada', email: 'ada@small.example' });
    expect(content?.mails.download.subject.en).toBe('{{entryTitle}}');
    const form: Form | undefined = content?.forms['whitepaper'];
    expect(form).toMatchObject({ id: 'whitepaper', minSeconds: 2 });
    expect(form?.fields[0]).toMatchObject({ type: 'text', maxLength: 200, required: true });
  });

  test('gives each white paper in both languages, with its file and its owner', async () => {
    const { content } = await loadContent(SMALL);
    const [paper] = content?.entries ?? [];
    expect(paper?.id).toBe('whitepapers/first-paper');
    expect(paper?.pages.zh.head).toMatchObject({
      title: '第一份白皮书',
      owner: 'ada',
      learn: [],
      related: [],
    });
    expect(paper?.pages.en).toMatchObject({
      path: 'whitepapers/first-paper/en.mdx',
      headings: [{ depth: 2, slug: 'why-it-matters', text: 'Why it matters' }],
      pictures: ['./cover.svg'],
      asset: {
        id: 'whitepapers/first-paper/en',
        path: 'whitepapers/first-paper/first-paper.en.pdf',
        fileName: 'first-paper.en.pdf',
        mediaType: 'application/pdf',
        bytes: 20,
      },
    });
    expect(paper?.pages.en.html).toContain('<p>Some words, <strong>bold</strong> and');
  });

  test('gives a product with its specification table', async () => {
    const { content } = await loadContent(SMALL);
    const product = content?.entries.find(({ kind }) => kind === 'products');
    expect(product?.pages.zh.head).toMatchObject({ name: 'M-1', family: 'meters', uses: [] });
    expect(product?.specs).toMatchObject({
      variants: [{ id: 'short', name: 'M-1 S', orderCode: 'M1-S' }, { name: { zh: 'M-1 长款' } }],
      groups: [
        { rows: [{ values: { short: { from: 0, to: 40 } } }, { value: 5, unit: 'µm' }, { id: 'display' }] },
      ],
    });
    expect(content?.entries[0]?.specs).toBeNull();
  });

  test('renders the legal texts', async () => {
    const { content } = await loadContent(SMALL);
    expect(content?.legal.imprint.en.html).toMatchInlineSnapshot(`
      "<p>Small Ltd.</p>
      <h2 id="contact">Contact</h2>
      <p><a href="mailto:hello@small.example">hello@small.example</a></p>"
    `);
  });
});

describe('a folder full of mistakes', () => {
  test('is told all of them at once, sorted by file and line', async () => {
    const { content, issues } = await loadContent(BROKEN);
    expect(content).toBeNull();
    await expect(`${formatIssues(issues)}\n`).toMatchFileSnapshot(
      '../../test/fixtures/content-broken.report.txt',
    );
  });

  test('names a place that exists for each of them', async () => {
    const { issues } = await loadContent(BROKEN);
    for (const { file, line, column, code } of issues) {
      const text = await readFile(file, 'utf8').catch(() => '');
      const lines = text.split('\n');
      expect(line, `${file} ${code}`).toBeLessThanOrEqual(Math.max(1, lines.length));
      expect(column, `${file}:${line} ${code}`).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
    }
  });

  test('shows nearly every code there is', async () => {
    const { issues } = await loadContent(BROKEN);
    const shown = new Set(issues.map(({ code }) => code));
    const rest = Object.keys(ISSUE_CODES).filter((code) => !shown.has(code as keyof typeof ISSUE_CODES));
    expect(rest.toSorted()).toEqual([
      'DuplicateSlug',
      'ExampleFails',
      'FileTooLarge',
      'InvalidBlock',
      'LargeFile',
      'LongDescription',
      'LongTitle',
      'LowContrast',
      'SymbolicLink',
      'UnpublishedPage',
      'UnusedFile',
    ]);
  });
});

describe('a copy of the small folder', () => {
  let folder = '';
  let root = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'content-'));
    root = join(folder, 'content');
    await cp(SMALL, root, { recursive: true });
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function report(options: { publicFolders?: string[] } = {}): Promise<string> {
    const { issues } = await loadContent('content', { cwd: folder, publicFolders: [], ...options });
    return formatIssues(issues);
  }

  async function edit(path: string, change: (text: string) => string): Promise<void> {
    await writeFile(join(root, path), change(await readFile(join(root, path), 'utf8')));
  }

  test('is told a form that does not exist as in the guide', async () => {
    for (const page of ['en', 'zh']) {
      await edit(`whitepapers/first-paper/${page}.mdx`, (text) =>
        text.replace('form: whitepaper', 'form: whitepapr'),
      );
    }
    expect(await report()).toMatchInlineSnapshot(`
      "content/whitepapers/first-paper/en.mdx:13:9  UnknownForm
        gate.form is "whitepapr". There is no content/forms/whitepapr.yaml.
        Did you mean "whitepaper"?   gate: { form: whitepaper }

      content/whitepapers/first-paper/zh.mdx:13:9  UnknownForm
        gate.form is "whitepapr". There is no content/forms/whitepapr.yaml.
        Did you mean "whitepaper"?   gate: { form: whitepaper }

      2 problems in 2 files"
    `);
  });

  test('is told a folder that does not exist', async () => {
    const { issues } = await loadContent('contents', { cwd: folder, publicFolders: [] });
    expect(formatIssues(issues)).toMatchInlineSnapshot(`
      "contents:1:1  MissingFile
        There is no folder contents.
        GATEHOUSE_CONTENT names the content folder; without it, it is "content" in the working directory.

      1 problem in 1 file"
    `);
  });

  test('is told a folder without anything in it', async () => {
    await mkdir(join(folder, 'empty'));
    const { issues } = await loadContent('empty', { cwd: folder, publicFolders: [] });
    expect(formatIssues(issues)).toMatchInlineSnapshot(`
      "empty/mails/download.yaml:1:1  MissingFile
        There is no empty/mails/download.yaml. It brings visitors their download link.

      empty/mails/owner.yaml:1:1  MissingFile
        There is no empty/mails/owner.yaml. It tells owners about new registrations.

      empty/people:1:1  MissingFile
        empty/people holds nothing. Somebody must own the leads: a file <id>.yaml in this folder.

      empty/site.yaml:1:1  MissingFile
        There is no empty/site.yaml. It says who the company is.

      4 problems in 4 files"
    `);
  });

  test('is told a gated file that is published elsewhere, by its bytes', async () => {
    await mkdir(join(folder, 'public'));
    await cp(join(root, 'whitepapers/first-paper/first-paper.en.pdf'), join(folder, 'public/brochure.bin'));
    expect(await report({ publicFolders: ['public'] })).toMatchInlineSnapshot(`
      "public/brochure.bin:1:1  GatedFileExposed
        This file holds the same bytes as content/whitepapers/first-paper/first-paper.en.pdf, which stands behind a form.
        Delete this copy.

      1 problem in 1 file"
    `);
  });

  test('is told a gated file that is linked by the site’s own address', async () => {
    await edit('whitepapers/first-paper/en.mdx', (text) => {
      return `${text}\n[a](https://www.small.example/en/whitepapers/first-paper/first-paper.en.pdf) [b](first-paper.zh.pdf)\n`;
    });
    expect(await report()).toMatchInlineSnapshot(`
      "content/whitepapers/first-paper/en.mdx:43:1  GatedFileExposed
        "/en/whitepapers/first-paper/first-paper.en.pdf" is a gated file: a link to it would go around the form.
        Lead to the form instead:   <Cta label="…" />

      content/whitepapers/first-paper/en.mdx:43:78  GatedFileExposed
        "first-paper.zh.pdf" is a gated file: a link to it would go around the form.
        Lead to the form instead:   <Cta label="…" />

      2 problems in 1 file"
    `);
  });

  test('is told a gated picture that is the cover at the same time', async () => {
    for (const page of ['en', 'zh']) {
      const file = new RegExp(`first-paper.${page}.pdf`);
      await edit(`whitepapers/first-paper/${page}.mdx`, (text) => text.replace(file, 'cover.svg'));
    }
    expect(await report()).toMatchInlineSnapshot(`
      "content/whitepapers/first-paper/en.mdx:10:8  GatedFileExposed
        "cover.svg" is a gated file: shown as a picture, everybody could load it without the form.
        Use another picture.

      content/whitepapers/first-paper/en.mdx:39:1  GatedFileExposed
        "./cover.svg" is a gated file: shown as a picture, everybody could load it without the form.
        Use another picture.

      content/whitepapers/first-paper/first-paper.en.pdf:1:1  UnknownFile
        No page names "first-paper.en.pdf" under gate.file, so nobody would ever get it.
        Name it in a page, or delete it.

      content/whitepapers/first-paper/first-paper.zh.pdf:1:1  UnknownFile
        No page names "first-paper.zh.pdf" under gate.file, so nobody would ever get it.
        Name it in a page, or delete it.

      content/whitepapers/first-paper/zh.mdx:10:8  GatedFileExposed
        "cover.svg" is a gated file: shown as a picture, everybody could load it without the form.
        Use another picture.

      content/whitepapers/first-paper/zh.mdx:39:1  GatedFileExposed
        "./cover.svg" is a gated file: shown as a picture, everybody could load it without the form.
        Use another picture.

      6 problems in 4 files"
    `);
  });

  test('is told a gated file of more than 100 MB', async () => {
    const file = await open(join(root, 'whitepapers/first-paper/first-paper.en.pdf'), 'r+');
    await file.truncate(101 * 1024 * 1024);
    await file.close();
    expect(await report()).toMatchInlineSnapshot(`
      "content/whitepapers/first-paper/en.mdx:14:9  FileTooLarge
        The gated file has 101 MB; the limit is 100 MB.
        Export it with smaller pictures: few visitors would wait for it on a phone.

      1 problem in 1 file"
    `);
  });

  test('is advised of what takes long on phones, and of what nobody uses', async () => {
    const file = await open(join(root, 'whitepapers/first-paper/first-paper.en.pdf'), 'r+');
    await file.truncate(24 * 1024 * 1024);
    await file.close();
    await cp(join(root, 'logo.svg'), join(root, 'old-logo.svg'));
    await cp(join(root, 'logo.svg'), join(root, 'whitepapers/first-paper/figure-1.svg'));
    await cp(join(root, 'forms/whitepaper.yaml'), join(root, 'forms/sample.yaml'));
    const { issues, warnings } = await loadContent('content', { cwd: folder, publicFolders: [] });
    expect(issues).toEqual([]);
    expect(warnings.map((warning) => formatIssue(warning)).join('\n\n')).toMatchInlineSnapshot(`
      "content/forms/sample.yaml:1:1  UnusedFile
        No page asks with the form "sample".
        Name it under gate.form, or delete it.

      content/old-logo.svg:1:1  UnusedFile
        No page shows this picture.
        Name it where it belongs, or delete it.

      content/whitepapers/first-paper/en.mdx:14:9  LargeFile
        The gated file has 24 MB: a phone on an ordinary mobile network loads it for 20 seconds.
        Export it with smaller pictures, below 15 MB if you can.

      content/whitepapers/first-paper/figure-1.svg:1:1  UnusedFile
        No page shows this picture.
        Show it with ![what it shows](./name), name it as the cover, or delete it."
    `);
    // What can't be read may use it.
    await edit('whitepapers/first-paper/en.mdx', (text) => `${text}\n<Unknown />\n`);
    const broken = await loadContent('content', { cwd: folder, publicFolders: [] });
    expect(broken.warnings.map(({ file: path }) => path)).toEqual([
      'content/old-logo.svg',
      'content/whitepapers/first-paper/en.mdx',
    ]);
  });

  test('is told a symbolic link', async () => {
    await rm(join(root, 'people/ada.yaml'));
    await symlink('/etc/hostname', join(root, 'people/ada.yaml'));
    expect(await report()).toMatchInlineSnapshot(`
      "content/people:1:1  MissingFile
        content/people holds nothing. Somebody must own the leads: a file <id>.yaml in this folder.

      content/people/ada.yaml:1:1  SymbolicLink
        This is a link to a file elsewhere; what it leads to may not exist on another machine.
        Copy the file itself to this place.

      content/site.yaml:27:10  UnknownPerson
        leads.owner is "ada". There is no content/people/ada.yaml.

      content/whitepapers/first-paper/en.mdx:5:9  UnknownPerson
        author is "ada". There is no content/people/ada.yaml.

      content/whitepapers/first-paper/zh.mdx:5:9  UnknownPerson
        author is "ada". There is no content/people/ada.yaml.

      5 problems in 5 files"
    `);
  });

  test('is told text in a consent that leads nowhere', async () => {
    await edit('forms/whitepaper.yaml', (text) => text.replace('/en/privacy/', '/en/privcy/'));
    expect(await report()).toMatchInlineSnapshot(`
      "content/forms/whitepaper.yaml:16:43  UnknownPage
        There is no page /en/privcy/ on this site.
        Did you mean "/en/privacy/"?   […](/en/privacy/)

      1 problem in 1 file"
    `);
  });

  test('takes links with and without a slash at the end, from the root and from the page', async () => {
    await edit('whitepapers/first-paper/en.mdx', (text) => {
      const links = [
        '/',
        '/zh',
        '/en/imprint',
        '../',
        '../first-paper/',
        '/zh/whitepapers/first-paper/?x=1#get',
      ];
      return `${text}\n${links.map((link) => `[a](${link})`).join(' ')} [b](https://www.small.example/en/)\n`;
    });
    expect(await report()).toBe('0 problems in 0 files');
  });

  test('ignores what editors and systems leave behind', async () => {
    await Promise.all(
      [
        '.DS_Store',
        'Thumbs.db',
        'people/~$ada.docx',
        'forms/whitepaper.yaml~',
        '.git/config',
        'README.zh.md',
      ].map(async (path) => {
        await mkdir(join(root, path, '..'), { recursive: true });
        await writeFile(join(root, path), 'x');
      }),
    );
    expect(await report()).toBe('0 problems in 0 files');
  });

  test('renders a text again only when it has changed', async () => {
    const cache = { texts: new Map() };
    const options = { cwd: folder, publicFolders: [], cache };
    const before = await loadContent('content', options);
    await edit('whitepapers/first-paper/en.mdx', (text) => text.replace('Some words', 'Other words'));
    const after = await loadContent('content', options);
    expect(after.content?.entries[0]?.pages.en.html).toContain('Other words');
    expect(after.content?.entries[0]?.pages.zh.headings).toBe(before.content?.entries[0]?.pages.zh.headings);
  });
});
