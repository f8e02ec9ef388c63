import { expect, test } from 'vitest';
import { checkContent } from '../check-content.ts';
import { createMemoryFolder } from '../folder/create-memory-folder.ts';
import { formatIssues } from '../issues/format-issues.ts';

function head(keys: Record<string, string>): string {
  return `---\n${Object.entries(keys)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n`;
}

const ENTRY = { published: '2026-10-12', roles: '[quality]', stage: 'decision', industries: '[battery]' };

/** Problems of a page that links to hubs, beside one other page. */
async function report(links: string, other: { path: string; keys: Record<string, string> }): Promise<string> {
  const files = {
    'articles/links/en.mdx': `${head(ENTRY)}${links}\n`,
    [other.path]: head(other.keys),
  };
  const { issues } = await checkContent(createMemoryFolder(files), {
    cache: { texts: new Map() },
    clock: () => Date.parse('2026-11-01T00:00Z'),
  });
  return formatIssues(
    issues.filter(({ code, file }) => /Page|Link/.test(code) && file.endsWith('links/en.mdx')),
  );
}

test('a link can lead to the hubs that entries name, and to no others', async () => {
  const other = {
    path: 'cases/one/en.mdx',
    keys: { ...ENTRY, industries: '[glass]', roles: '[management]' },
  };
  expect(
    await report(
      '[a](/en/industries/battery/) [b](/en/industries/glass/) [c](/en/roles/management/) [d](/en/stages/decision/)',
      other,
    ),
  ).toBe('0 problems in 0 files');
  expect(await report('[a](/en/stages/awareness/) [b](/en/industries/glas/)', other)).toMatchInlineSnapshot(`
    "content/articles/links/en.mdx:7:1  UnknownPage
      There is no page /en/stages/awareness/ on this site.
      Pages look like /en/whitepapers/ or /zh/whitepapers/<slug>/.

    content/articles/links/en.mdx:7:28  UnknownPage
      There is no page /en/industries/glas/ on this site.
      Did you mean "/en/industries/glass/"?   […](/en/industries/glass/)

    2 problems in 1 file"
  `);
});

test('a landing page makes no hub, since readers are not led to it', async () => {
  const other = { path: 'landing/one/en.mdx', keys: { ...ENTRY, industries: '[glass]' } };
  expect(await report('[a](/en/industries/glass/)', other)).toMatchInlineSnapshot(`
    "content/articles/links/en.mdx:7:1  UnknownPage
      There is no page /en/industries/glass/ on this site.
      Did you mean "/en/industries/battery/"?   […](/en/industries/battery/)

    1 problem in 1 file"
  `);
});

test('a hub of nothing but entries to come is not there yet', async () => {
  const other = {
    path: 'cases/one/en.mdx',
    keys: { ...ENTRY, published: '2026-12-01', industries: '[glass]' },
  };
  expect(await report('[a](/en/industries/glass/)', other)).toMatchInlineSnapshot(`
    "content/articles/links/en.mdx:7:1  UnpublishedPage
      /en/industries/glass/ is not on the site yet: cases/one comes out on 2026-12-01.
      Add the link when that is out, or bring the page out first.

    1 problem in 1 file"
  `);
});
