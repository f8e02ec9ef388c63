import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../check-content.ts';
import { collectionEntries } from '../collection-entries.ts';
import { createMemoryFolder } from '../folder/create-memory-folder.ts';
import { formatIssues } from '../issues/format-issues.ts';

const SMALL = 'test/fixtures/content-small';
const PAPER = 'whitepapers/first-paper';
const NOON = Date.parse('2026-11-24T04:00:00Z');

type Files = Record<string, Uint8Array | string>;

/** The small folder with a landing page, `keys` in its head, and beside it what `variants` holds by file name. */
function withVariants(variants: Readonly<Record<string, string>>, keys = ''): Files {
  const files: Files = Object.fromEntries(
    readdirSync(SMALL, { recursive: true, encoding: 'utf8' })
      .map((path) => join(SMALL, path))
      .filter((path) => statSync(path).isFile())
      .map((path) => [relative(SMALL, path), readFileSync(path)]),
  );
  for (const locale of ['en', 'zh']) {
    files[`landing/day/${locale}.mdx`] = `---
title: ${locale === 'en' ? 'The page itself' : '原页'}
description: ${locale === 'en' ? 'What it says.' : '原页的说明。'}
published: 2026-11-01
roles: [engineering]
stage: decision
industries: [battery]
cover: cover.svg
coverAlt: ${locale === 'en' ? 'A cover' : '封面'}
${keys}gate: { form: whitepaper, file: day.${locale}.pdf }
---

${locale === 'en' ? 'Text of the page.' : '原页正文。'}
`;
    files[`landing/day/day.${locale}.pdf`] = Buffer.concat([
      Buffer.from(files[`${PAPER}/first-paper.${locale}.pdf`]!),
      Buffer.from('% day'),
    ]);
  }
  files['landing/day/cover.svg'] = files[`${PAPER}/cover.svg`]!;
  for (const [name, text] of Object.entries(variants)) files[`landing/day/${name}`] = text;
  return files;
}

const load = (files: Files, now = NOON) =>
  checkContent(createMemoryFolder(files), { cache: { texts: new Map() }, clock: () => now });

const report = async (files: Files) => formatIssues((await load(files)).issues);

const EMPTY = { 'en.b.mdx': '---\n---\n\nOther words.\n', 'zh.b.mdx': '---\n---\n\n另一段话。\n' };
const C = { 'en.c.mdx': EMPTY['en.b.mdx'], 'zh.c.mdx': EMPTY['zh.b.mdx'] };

const entryOf = async (files: Files, now?: number) =>
  (await load(files, now)).content?.entries.find(({ id }) => id === 'landing/day');

describe('a variant', () => {
  test('has its own words and text, and everything else of its page', async () => {
    const titled = { ...EMPTY, 'en.b.mdx': '---\ntitle: Another title\n---\n\nOther words.\n' };
    const entry = await entryOf(withVariants(titled));
    const [b] = entry!.variants;
    expect(entry!.variants.map(({ id, share }) => [id, share])).toEqual([['b', 50]]);
    expect(b!.pages.en.head).toEqual({ ...entry!.pages.en.head, title: 'Another title' });
    expect(b!.pages.zh.head).toEqual(entry!.pages.zh.head);
    expect(b!.pages.en.asset).toEqual(entry!.pages.en.asset);
    expect([b!.pages.en.html, b!.pages.en.path]).toEqual(['<p>Other words.</p>', 'landing/day/en.b.mdx']);
  });

  test('may be a copy of its page, with the text rewritten', async () => {
    const files = withVariants({}, 'variants: { b: 10 }\n');
    for (const locale of ['en', 'zh']) {
      files[`landing/day/${locale}.b.mdx`] = files[`landing/day/${locale}.mdx`]!;
    }
    expect(await report(files)).toBe('0 problems in 0 files');
    expect((await entryOf(files))!.variants[0]).toMatchObject({ id: 'b', share: 10 });
  });

  test('shares the visitors alike with others unless told otherwise', async () => {
    const shares = async (keys: string) =>
      (await entryOf(withVariants({ ...EMPTY, ...C }, keys)))!.variants.map(({ share }) => share);
    expect(await shares('')).toEqual([33, 33]);
    expect(await shares('variants: { b: 0, c: 100 }\n')).toEqual([0, 100]);
  });

  test('is in no collection but its own, and its page knows of it', async () => {
    const { content } = await load(withVariants(EMPTY));
    const ids = (name: 'entries' | 'variants') =>
      collectionEntries(content!, name).flatMap(({ id, data }) =>
        id.startsWith('landing/') ? [[id, data['variant']]] : [],
      );
    expect(ids('entries')).toEqual([
      ['landing/day/zh', 'a'],
      ['landing/day/en', 'a'],
    ]);
    expect(ids('variants')).toEqual([
      ['landing/day/zh.b', 'b'],
      ['landing/day/en.b', 'b'],
    ]);
    const others = collectionEntries(content!, 'entries').filter(({ id }) => !id.startsWith('landing/'));
    expect(new Set(others.map(({ data }) => data['variant']))).toEqual(new Set([null]));
  });

  test('ends with its page', async () => {
    const files = withVariants(EMPTY, 'expires: 2026-11-30\n');
    expect((await entryOf(files))!.variants).toHaveLength(1);
    expect((await entryOf(files, Date.parse('2026-12-02T00:00:00Z')))!.variants).toEqual([]);
  });
});

test('a variant in one language only is refused', async () => {
  expect(await report(withVariants({ 'zh.b.mdx': EMPTY['zh.b.mdx'] }))).toMatchInlineSnapshot(`
    "content/landing/day/zh.b.mdx:1:1  MissingTranslation
      There is no en.b.mdx beside this variant. A variant is there in both languages.
      Copy zh.b.mdx to en.b.mdx and translate it.

    1 problem in 1 file"
  `);
});

test('a variant that says otherwise than its page is refused, at each place', async () => {
  const files = withVariants({
    ...EMPTY,
    'en.b.mdx':
      '---\ntitle: Another\nstage: awareness\nexpires: 2027-01-01\nroles: [engineering]\ngate:\n  form: whitepaper\n  file: other.pdf\n---\n\nText.\n',
  });
  expect(await report(files)).toMatchInlineSnapshot(`
    "content/landing/day/en.b.mdx:3:8  VariantDiffers
      stage differs from the page itself: en.mdx says stage: decision.
      Leave it out: a variant has words, pictures and blocks of its own, and the facts of its page.

    content/landing/day/en.b.mdx:4:10  VariantDiffers
      expires differs from the page itself: en.mdx leaves it out.
      Leave it out: a variant has words, pictures and blocks of its own, and the facts of its page.

    content/landing/day/en.b.mdx:8:9  VariantDiffers
      gate.file differs from the page itself: en.mdx says gate: { file: day.en.pdf }.
      Leave it out: a variant has words, pictures and blocks of its own, and the facts of its page.

    3 problems in 1 file"
  `);
});

test('a variant without its page is refused', async () => {
  const files = withVariants(EMPTY);
  delete files['landing/day/en.mdx'];
  delete files['landing/day/zh.mdx'];
  delete files['landing/day/day.en.pdf'];
  delete files['landing/day/day.zh.pdf'];
  expect(await report(files)).toMatchInlineSnapshot(`
    "content/landing/day/en.b.mdx:1:1  MissingFile
      There is no en.mdx beside this variant.
      A variant stands beside the page itself, which keeps the facts: form, dates, people.

    1 problem in 1 file"
  `);
});

test('shares are whole, at most a hundred together, and for what is there', async () => {
  expect(await report(withVariants(EMPTY, 'variants: { b: 20.5, e: 1 }\n'))).toMatchInlineSnapshot(`
    "content/landing/day/en.mdx:10:16  WrongType
      variants.b must be a whole number, but it is the number 20.5.
      Write:   variants: { b: 50 }

    content/landing/day/en.mdx:10:22  UnknownKey
      There is no key "e" in variants.
      Known keys here: b, c, d.

    content/landing/day/zh.mdx:10:16  WrongType
      variants.b must be a whole number, but it is the number 20.5.
      Write:   variants: { b: 50 }

    content/landing/day/zh.mdx:10:22  UnknownKey
      There is no key "e" in variants.
      Known keys here: b, c, d.

    4 problems in 2 files"
  `);
  expect(await report(withVariants({ ...EMPTY, ...C }, 'variants: { b: 60, c: 41 }\n')))
    .toMatchInlineSnapshot(`
    "content/landing/day/en.mdx:10:11  InvalidValue
      variants is {"b":60,"c":41}. Together they see more than all of the visitors: 100 at most.

    content/landing/day/zh.mdx:10:11  InvalidValue
      variants is {"b":60,"c":41}. Together they see more than all of the visitors: 100 at most.

    2 problems in 2 files"
  `);
  expect(await report(withVariants(EMPTY, 'variants: { c: 50 }\n'))).toMatchInlineSnapshot(`
    "content/landing/day/en.mdx:10:11  MissingKey
      variants does not say how many visitors see "b".
      Give it a share, or leave out "variants": then all versions get equal shares.   b: 25

    content/landing/day/en.mdx:10:13  UnknownVariant
      variants.c is given visitors, but there is no zh.c.mdx in landing/day/.
      Delete the line, or write the variant.

    content/landing/day/zh.mdx:10:11  MissingKey
      variants does not say how many visitors see "b".
      Give it a share, or leave out "variants": then all versions get equal shares.   b: 25

    content/landing/day/zh.mdx:10:13  UnknownVariant
      variants.c is given visitors, but there is no zh.c.mdx in landing/day/.
      Delete the line, or write the variant.

    4 problems in 2 files"
  `);
});

test('what a variant shows and leads to is checked as in any page', async () => {
  const files = withVariants({
    ...EMPTY,
    'en.b.mdx': '---\ncover: cver.svg\n---\n\n[There](/en/landing/dya/)\n\n<Nothing />\n',
  });
  expect(await report(files)).toMatchInlineSnapshot(`
    "content/landing/day/en.b.mdx:2:8  PictureMissing
      There is no content/landing/day/cver.svg.
      Did you mean "cover.svg"?   cover: cover.svg

    content/landing/day/en.b.mdx:5:1  UnknownPage
      There is no page /en/landing/dya/ on this site.
      Did you mean "/en/landing/day/"?   […](/en/landing/day/)

    content/landing/day/en.b.mdx:7:1  UnknownBlock
      There is no block <Nothing>.
      There are Callout, Cta, Figures, Quote, Hero, Proof, ProblemSolution, FeatureGrid, Agenda, Speakers, Faq, ComparisonTable, Gallery, Video, Form, Countdown, ContactCard.

    3 problems in 1 file"
  `);
});
