import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from './check-content.ts';
import { dayIn } from './day-in.ts';
import { createMemoryFolder } from './folder/create-memory-folder.ts';
import { formatIssues } from './issues/format-issues.ts';
import { publishedContent, unpublished } from './published-content.ts';

const SMALL = 'test/fixtures/content-small';
const PAPER = 'whitepapers/first-paper';
const NOON = Date.parse('2026-11-24T04:00:00Z');

function smallFiles(): Record<string, Uint8Array | string> {
  const paths = readdirSync(SMALL, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    paths
      .map((path) => join(SMALL, path))
      .filter((path) => statSync(path).isFile())
      .map((path) => [relative(SMALL, path), readFileSync(path)]),
  );
}

/** The small folder with a second paper, `keys` in its head. */
function withSecond(keys: string, { first = '', body = '' } = {}): Record<string, Uint8Array | string> {
  const files = smallFiles();
  for (const locale of ['en', 'zh']) {
    const page = Buffer.from(files[`${PAPER}/${locale}.mdx`]!).toString();
    files[`whitepapers/second/${locale}.mdx`] = page
      .replace(/^published: .*$/m, keys)
      .replace(/first-paper\.(en|zh)\.pdf/, `second.$1.pdf`);
    files[`whitepapers/second/second.${locale}.pdf`] = files[`${PAPER}/first-paper.${locale}.pdf`]!;
    files[`${PAPER}/${locale}.mdx`] = `${page.replace(/^author: /m, `${first}author: `)}\n${body}\n`;
  }
  files['whitepapers/second/cover.svg'] = files[`${PAPER}/cover.svg`]!;
  return files;
}

function load(files: Record<string, Uint8Array | string>, now = NOON) {
  return checkContent(createMemoryFolder(files), { cache: { texts: new Map() }, clock: () => now });
}

async function report(files: Record<string, Uint8Array | string>): Promise<string> {
  const { issues } = await load(files);
  return formatIssues(issues.filter(({ file }) => file.endsWith('en.mdx') || file.endsWith('site.yaml')));
}

test('a link to the comparison waits for the second product', async () => {
  const link = { body: '[compare](/en/products/compare/)' };
  const withProduct = (keys: string): Record<string, Uint8Array | string> => {
    const files = withSecond('published: 2026-11-01', link);
    for (const name of ['zh.mdx', 'en.mdx', 'cover.svg', 'specs.yaml'])
      files[`products/other/${name}`] = files[`products/meter/${name}`]!;
    for (const locale of ['zh', 'en']) {
      const page = Buffer.from(files[`products/meter/${locale}.mdx`]!).toString();
      files[`products/other/${locale}.mdx`] = page.replace(/^published: .*$/m, keys);
    }
    return files;
  };
  expect(await report(withSecond('published: 2026-11-01', link))).toContain('There is no page');
  expect(await report(withProduct('published: 2026-11-01\ndraft: true'))).toContain(
    '/en/products/compare/ is not on the site yet: products/other is a draft.',
  );
  expect(await report(withProduct('published: 2026-12-24'))).toContain(
    'products/other comes out on 2026-12-24',
  );
  expect(await report(withProduct('published: 2026-11-01'))).toBe('0 problems in 0 files');
  expect(await report(withProduct('published: 2026-11-01\nexpires: 2026-11-02'))).toBe(
    '0 problems in 0 files',
  );
});

describe('an entry', () => {
  test.each([
    ['is open from the day it comes out', 'published: 2026-11-24', 'open'],
    ['is scheduled until then', 'published: 2026-11-25', 'scheduled'],
    ['is a draft whatever its day', 'published: 2026-11-01\ndraft: true', 'draft'],
    ['is open on its last day', 'published: 2026-11-01\nexpires: 2026-11-24', 'open'],
    ['has expired on the day after', 'published: 2026-11-01\nexpires: 2026-11-23', 'expired'],
  ])('%s', async (_, keys, state) => {
    const { content } = await load(withSecond(keys));
    expect(content?.entries.find(({ slug }) => slug === 'second')?.state).toBe(state);
  });

  test('comes out at midnight in the time zone of the site, Shanghai’s unless it names one', async () => {
    const files = withSecond('published: 2026-11-25');
    const stateAt = async (moment: string, zone = '') => {
      const site = `${Buffer.from(files['site.yaml']!).toString()}\n${zone}`;
      const { content } = await load({ ...files, 'site.yaml': site }, Date.parse(moment));
      return content?.entries.find(({ slug }) => slug === 'second')?.state;
    };
    expect(await stateAt('2026-11-24T15:59:59Z')).toBe('scheduled');
    expect(await stateAt('2026-11-24T16:00:00Z')).toBe('open');
    expect(await stateAt('2026-11-24T23:00:00Z', 'timeZone: Europe/Berlin')).toBe('open');
    expect(await stateAt('2026-11-24T22:59:59Z', 'timeZone: Europe/Berlin')).toBe('scheduled');
  });

  test('is built only while it is open or expired; the rest is told with the day of the next build', async () => {
    const { content } = await load(withSecond('published: 2026-12-01\nexpires: 2027-01-31'));
    const published = publishedContent(content!).entries.map(({ id }) => id);
    expect(published).toContain(PAPER);
    expect(published).not.toContain('whitepapers/second');
    expect(unpublished(content!)).toMatchObject({
      drafts: [],
      scheduled: [{ id: 'whitepapers/second' }],
      nextBuild: '2026-12-01',
    });
    const { content: later } = await load(
      withSecond('published: 2026-11-01\nexpires: 2027-01-31'),
      Date.parse('2027-01-15T00:00:00Z'),
    );
    expect(unpublished(later!)).toMatchObject({ drafts: [], scheduled: [], nextBuild: '2027-02-01' });
  });
});

describe('the check', () => {
  test('wants days in their order, an existing successor and a zone there is', async () => {
    const files = withSecond(
      'published: 2026-11-01\nupdated: 2026-10-30\nexpires: 2026-10-31\nsuccessor: frist-paper',
    );
    files['site.yaml'] = `${Buffer.from(files['site.yaml']!).toString()}\ntimeZone: Beijing\n`;
    expect(await report(files)).toMatchInlineSnapshot(`
      "content/site.yaml:53:11  InvalidValue
        timeZone is "Beijing". Name the zone by continent and city.

      content/whitepapers/second/en.mdx:5:10  InvalidValue
        updated is 2026-10-30: it can’t be changed before it comes out, on 2026-11-01.
        Give "updated" a later day, or leave it out.

      content/whitepapers/second/en.mdx:6:10  InvalidValue
        expires is 2026-10-31: it can’t be over before it comes out, on 2026-11-01.
        Give "expires" a later day, or leave it out.

      content/whitepapers/second/en.mdx:7:12  UnknownEntry
        successor is "frist-paper". There is no content/whitepapers/frist-paper/.
        Did you mean "first-paper"?   successor: first-paper

      4 problems in 2 files"
    `);
    expect(await report(withSecond('published: 2026-11-01\nsuccessor: second'))).toMatchInlineSnapshot(`
      "content/whitepapers/second/en.mdx:5:12  UnknownEntry
        A white paper can’t take its own place.

      1 problem in 1 file"
    `);
  });

  test('wants both languages to come out and expire together; a false draft may be left out', async () => {
    const files = withSecond('published: 2026-11-01');
    const page = Buffer.from(files['whitepapers/second/zh.mdx']!).toString();
    files['whitepapers/second/zh.mdx'] = page.replace(
      /^author/m,
      'draft: false\nexpires: 2027-01-31\nauthor',
    );
    const { issues } = await load(files);
    expect(formatIssues(issues)).toMatchInlineSnapshot(`
      "content/whitepapers/second/zh.mdx:6:10  TranslationsDiffer
        expires differs between the languages: en.mdx leaves it out.
        Make both say the same.

      1 problem in 1 file"
    `);
  });

  test('refuses a link to a page that is not out before the link is', async () => {
    const body = '[second](/en/whitepapers/second/)';
    expect(await report(withSecond('published: 2026-12-01', { body }))).toMatchInlineSnapshot(`
      "content/whitepapers/first-paper/en.mdx:43:1  UnpublishedPage
        /en/whitepapers/second/ is not on the site yet: whitepapers/second comes out on 2026-12-01.
        Add the link when that is out, or bring the page out first.

      1 problem in 1 file"
    `);
    expect(await report(withSecond('published: 2026-11-01\ndraft: true', { body }))).toMatchInlineSnapshot(`
      "content/whitepapers/first-paper/en.mdx:43:1  UnpublishedPage
        /en/whitepapers/second/ is not on the site yet: whitepapers/second is a draft.
        Add the link when that is out, or bring the page out first.

      1 problem in 1 file"
    `);
    const first = 'draft: true\n';
    const alone = withSecond('published: 2026-12-01\ndraft: true', { body, first });
    expect(await report(alone)).toMatchInlineSnapshot(`
      "content/site.yaml:10:9  UnpublishedPage
        whitepapers is not on the site yet: whitepapers/first-paper is a draft.
        Add the link when that is out, or bring the page out first.

      1 problem in 1 file"
    `);
  });

  test('only warns of it while writing, when drafts have pages', async () => {
    const files = withSecond('published: 2026-12-01', { body: '[second](/en/whitepapers/second/)' });
    const options = { cache: { texts: new Map() }, clock: () => NOON, isWriting: true };
    const { content, warnings } = await checkContent(createMemoryFolder(files), options);
    expect(content).not.toBeNull();
    expect(warnings.map(({ code }) => code)).toContain('UnpublishedPage');
  });

  test('takes a link that comes out no sooner than its target, and one to an expired page', async () => {
    const body = '[second](/en/whitepapers/second/)';
    const files = withSecond('published: 2026-12-01', { body });
    for (const locale of ['en', 'zh']) {
      const page = Buffer.from(files[`${PAPER}/${locale}.mdx`]!).toString();
      files[`${PAPER}/${locale}.mdx`] = page.replace(/^published: .*$/m, 'published: 2026-12-01');
      files['site.yaml'] = Buffer.from(files['site.yaml']!)
        .toString()
        .replace('to: whitepapers', 'to: imprint');
    }
    expect((await load(files)).issues.filter(({ code }) => code === 'UnpublishedPage')).toEqual([]);
    expect(await report(withSecond('published: 2026-11-01\nexpires: 2026-11-02', { body }))).toBe(
      '0 problems in 0 files',
    );
  });

  test('warns of titles and descriptions that will be cut, and publishes them', async () => {
    const files = withSecond('published: 2026-11-01');
    for (const locale of ['en', 'zh']) {
      const page = Buffer.from(files[`whitepapers/second/${locale}.mdx`]!).toString();
      files[`whitepapers/second/${locale}.mdx`] = page
        .replace(/^title: .*$/m, `title: ${locale === 'zh' ? '一'.repeat(31) : 'a '.repeat(30)}`)
        .replace(
          /^description: .*$/m,
          `description: ${locale === 'en' ? 'word '.repeat(33) : '字'.repeat(80)}`,
        );
    }
    const { content, warnings } = await load(files);
    expect(content?.entries.map(({ id }) => id)).toContain('whitepapers/second');
    expect(formatIssues(warnings)).toMatchInlineSnapshot(`
      "content/whitepapers/second/en.mdx:3:14  LongDescription
        The description takes 164 columns; search engines cut it at about 160, which is 80 Chinese characters.
        Shorten it, or put first what must be read: it would end with “word word word word…”.

      content/whitepapers/second/zh.mdx:2:8  LongTitle
        The title takes 62 columns; search engines cut it at about 60, which is 30 Chinese characters.
        Shorten it, or put first what must be read: it would end with “一一一一一一一一一一一一一一一一一一一一…”.

      2 problems in 2 files"
    `);
  });
});

test.each([
  ['Asia/Shanghai', '2026-12-31T16:00:00Z', '2027-01-01'],
  ['America/Los_Angeles', '2027-01-01T07:59:59Z', '2026-12-31'],
  ['Pacific/Kiritimati', '2026-02-28T10:00:00Z', '2026-03-01'],
])('the day in %s at %s is %s', (zone, moment, day) => {
  expect(dayIn(zone, Date.parse(moment))).toBe(day);
});
