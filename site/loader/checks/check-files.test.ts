import { expect, test } from 'vitest';
import { checkContent } from '../check-content.ts';
import { createMemoryFolder } from '../folder/create-memory-folder.ts';
import { formatIssues } from '../issues/format-issues.ts';

async function report(files: Record<string, string>): Promise<string> {
  const { issues } = await checkContent(createMemoryFolder(files), { cache: { texts: new Map() } });
  return formatIssues(
    issues.filter(({ file }) => Object.keys(files).some((path) => `content/${path}`.startsWith(file))),
  );
}

test('tells two folders that differ by case alone', async () => {
  expect(await report({ 'whitepapers/Gauge/en.mdx': '', 'whitepapers/gauge/zh.mdx': '' }))
    .toMatchInlineSnapshot(`
    "content/whitepapers/Gauge:1:1  InvalidFileName
      "Gauge" can’t be an id or an address: use small letters, digits and single hyphens.
      Rename it to "gauge".

    content/whitepapers/gauge:1:1  DuplicateSlug
      "gauge" and "Gauge" would have the same address.
      Rename or merge one of the folders.

    content/whitepapers/gauge/zh.mdx:1:1  MissingFrontmatter
      The page has no head. It begins on line 1 with ---, then come the keys, then --- again.
      Write:   ---
               title: …
               ---

    content/whitepapers/gauge/zh.mdx:1:1  MissingTranslation
      There is no en.mdx beside this page. Every entry is there in both languages.
      Copy zh.mdx to en.mdx and translate it.

    4 problems in 3 files"
  `);
});

test('tells an unknown folder once, not for each of its files', async () => {
  expect(await report({ 'drafts/a.mdx': 'a', 'drafts/b.mdx': 'b', 'drafts/c/d.pdf': 'c' }))
    .toMatchInlineSnapshot(`
      "content/drafts:1:1  UnknownFile
        Nothing reads the folder "drafts".
        Folders here: whitepapers, cases, products, landing, articles, forms, people, mails, rules.

      1 problem in 1 file"
    `);
});
