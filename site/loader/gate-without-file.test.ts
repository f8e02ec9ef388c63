import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONFIRMATION_MAIL } from '../i18n/confirmation-mail.ts';
import { checkContent } from './check-content.ts';
import { createMemoryFolder } from './folder/create-memory-folder.ts';
import { formatIssues } from './issues/format-issues.ts';

const SMALL = 'test/fixtures/content-small';
const MAIL = `subject: { zh: 已收到, en: We have it }
greeting: { zh: '{{name}}：', en: 'Hello {{name}},' }
body: { zh: '{{thanks}}', en: '{{thanks}}' }
`;

/** The small folder with a gate for its product; `gates` are the lines below `gate:`, per page. */
function withGate(
  gates: { readonly zh: string; readonly en: string },
  more: Readonly<Record<string, string>> = {},
): Record<string, Uint8Array | string> {
  const paths = readdirSync(SMALL, { recursive: true, encoding: 'utf8' }).map((path) => join(SMALL, path));
  const files: Record<string, Uint8Array | string> = Object.fromEntries(
    paths
      .filter((path) => statSync(path).isFile())
      .map((path) => [relative(SMALL, path), readFileSync(path)]),
  );
  for (const locale of ['zh', 'en'] as const) {
    const page = Buffer.from(files[`products/meter/${locale}.mdx`]!).toString();
    files[`products/meter/${locale}.mdx`] = page.replace(/^cover: /m, `gate: ${gates[locale]}\ncover: `);
  }
  return { ...files, ...more };
}

function load(files: Record<string, Uint8Array | string>) {
  return checkContent(createMemoryFolder(files), { cache: { texts: new Map() } });
}

async function report(files: Record<string, Uint8Array | string>): Promise<string> {
  return formatIssues((await load(files)).issues);
}

function both(gate: string) {
  return { zh: gate, en: gate };
}

describe('a form without a file', () => {
  test('gives an entry no asset, and says what happens next', async () => {
    const { content, issues } = await load(
      withGate({
        zh: '{ form: whitepaper, thanks: 我们会来信。 }',
        en: '{ form: whitepaper, thanks: We write. }',
      }),
    );
    expect(formatIssues(issues)).toBe('0 problems in 0 files');
    const product = content?.entries.find(({ kind }) => kind === 'products');
    expect([product?.pages.zh.asset, product?.pages.en.asset]).toEqual([null, null]);
    expect(product?.pages.en.head).toMatchObject({ gate: { form: 'whitepaper', thanks: 'We write.' } });
  });

  test('is confirmed in stock words until the company writes its own', async () => {
    const files = withGate(both('{ form: whitepaper }'));
    expect((await load(files)).content?.mails.confirmation).toBe(CONFIRMATION_MAIL);
    const own = await load({ ...files, 'mails/confirmation.yaml': MAIL });
    expect(own.content?.mails.confirmation).toMatchObject({ subject: { zh: '已收到', en: 'We have it' } });
  });

  test('has a mail that is checked like the others', async () => {
    const bad = MAIL.replace("{ zh: '{{thanks}}'", "{ zh: '{{thank}} {{downloadUrl}}'");
    expect(await report(withGate(both('{ form: whitepaper }'), { 'mails/confirmation.yaml': bad })))
      .toMatchInlineSnapshot(`
      "content/mails/confirmation.yaml:3:14  UnknownPlaceholder
        Nothing fills {{thank}} in the mail "confirmation".
        Did you mean this?   {{thanks}}

      content/mails/confirmation.yaml:3:24  UnknownPlaceholder
        Nothing fills {{downloadUrl}} in the mail "confirmation".
        There are {{name}}, {{entryTitle}}, {{thanks}}, {{pageUrl}}.

      2 problems in 1 file"
    `);
    expect(await report(withGate(both('{ form: whitepaper }'), { 'mails/confirmatoin.yaml': MAIL })))
      .toMatchInlineSnapshot(`
      "content/mails/confirmatoin.yaml:1:1  UnknownFile
        Nothing reads "confirmatoin.yaml".
        Rename it to "confirmation.yaml".

      1 problem in 1 file"
    `);
  });

  test('is none in one language and a file in the other', async () => {
    const paper = { 'products/meter/pack.pdf': '%PDF-1.7 the data pack' };
    const first = { zh: '{ form: whitepaper }', en: '{ form: whitepaper, file: pack.pdf }' };
    expect(await report(withGate(first, paper))).toMatchInlineSnapshot(`
      "content/products/meter/zh.mdx:10:7  TranslationsDiffer
        gate.file differs between the languages: en.mdx says gate: { file: pack.pdf }.
        Name a file in both, or in none.

      1 problem in 1 file"
    `);
    const second = { zh: '{ form: whitepaper, file: pack.pdf }', en: '{ form: whitepaper }' };
    expect(await report(withGate(second, paper))).toMatchInlineSnapshot(`
      "content/products/meter/zh.mdx:10:33  TranslationsDiffer
        gate.file differs between the languages: en.mdx leaves it out.
        Name a file in both, or in none.

      1 problem in 1 file"
    `);
  });

  test('names no copy, and a form with a file leads to that', async () => {
    expect(await report(withGate(both('{ form: whitepaper, fileName: Pack.pdf }')))).toMatchInlineSnapshot(`
      "content/products/meter/en.mdx:10:37  InvalidValue
        gate.fileName is "Pack.pdf". It names a file, but there is none.

      content/products/meter/zh.mdx:10:37  InvalidValue
        gate.fileName is "Pack.pdf". It names a file, but there is none.

      2 problems in 2 files"
    `);
    const paper = { 'products/meter/pack.pdf': '%PDF-1.7 the data pack' };
    expect(await report(withGate(both('{ form: whitepaper, file: pack.pdf, thanks: We write. }'), paper)))
      .toMatchInlineSnapshot(`
      "content/products/meter/en.mdx:10:51  InvalidValue
        gate.thanks is "We write.". Where there is a file, visitors are led to it. Delete one of the two.

      content/products/meter/zh.mdx:10:51  InvalidValue
        gate.thanks is "We write.". Where there is a file, visitors are led to it. Delete one of the two.

      2 problems in 2 files"
    `);
  });
});

test('a white paper has its file', async () => {
  const files = Object.fromEntries(
    Object.entries(withGate(both('{ form: whitepaper }'))).flatMap(([path, bytes]) => {
      if (path.endsWith('.pdf')) return [];
      if (!/^whitepapers\/.*\.mdx$/.test(path)) return [[path, bytes]];
      const page = Buffer.from(bytes).toString();
      return [[path, page.replace(/^ {2}file: .*\n/m, '')]];
    }),
  );
  expect(await report(files)).toMatchInlineSnapshot(`
    "content/whitepapers/first-paper/en.mdx:13:3  MissingKey
      gate.file is missing.
      Write:   gate: { file: paper.en.pdf }

    content/whitepapers/first-paper/zh.mdx:13:3  MissingKey
      gate.file is missing.
      Write:   gate: { file: paper.en.pdf }

    2 problems in 2 files"
  `);
});
