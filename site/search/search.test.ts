import { expect, test } from 'vitest';
import { composeSearchIndex, type SearchDocument } from './compose-search-index.ts';
import { excerptOf, piecesOf } from './excerpt.ts';
import { rankEntries } from './rank-entries.ts';
import { readQuery } from './read-query.ts';
import type { FoundEntry, TermShard } from './search-index.ts';

const BLANK = {
  kind: 'whitepapers',
  description: '',
  headings: [],
  labels: [],
  names: [],
  text: '',
} as const;
const DOCUMENTS: readonly SearchDocument[] = [
  {
    ...BLANK,
    path: 'gauging',
    title: 'Inline gauging',
    text: 'Thickness of a running web, read at full speed.',
  },
  {
    ...BLANK,
    path: 'camera',
    title: 'Choosing a line camera',
    text: 'Streaks on a web. A gauge sees none of it.',
  },
  {
    ...BLANK,
    kind: 'products',
    path: 'lg-40',
    title: 'LG-40 inline gauge',
    names: ['LG-40', 'NL-LG40-F3'],
    labels: ['Battery'],
  },
  { ...BLANK, path: 'zh-gauging', title: '极片在线测厚的账怎么算', text: '卷尾抽检发现不了跳变。' },
  { ...BLANK, path: 'zh-camera', title: '线扫描相机怎么选', text: '刀丝只有一个像素宽，抽检看不见。' },
];

function search(query: string, documents = DOCUMENTS): { paths: string[]; hasAll: boolean } {
  const { files } = composeSearchIndex(documents);
  const parsed = <T>(name: string): T[] =>
    [...files].flatMap(([file, text]) => (file.startsWith(name) ? [JSON.parse(text) as T] : []));
  const entries = parsed<FoundEntry[]>('entries-').flat();
  const { entries: found, hasAll } = rankEntries(readQuery(query), {
    shards: parsed<TermShard>('terms-'),
    count: entries.length,
  });
  return { paths: found.map((number) => entries[number]![0]), hasAll };
}

test.each([
  ['gauges', ['gauging', 'lg-40', 'camera']],
  ['gaug', ['gauging', 'lg-40', 'camera']],
  ['measu', []],
  ['thickn', ['gauging']],
  ['thickn ', []],
  ['LG40', ['lg-40']],
  ['lg-40', ['lg-40']],
  ['lg 40', ['lg-40']],
  ['nl-lg40-f3', ['lg-40']],
  ['battery', ['lg-40']],
  ['测厚', ['zh-gauging']],
  ['测', ['zh-gauging']],
  ['抽检', ['zh-gauging', 'zh-camera']],
  ['极片测厚仪', ['zh-gauging']],
  ['线扫描相机', ['zh-camera']],
  ['跳变 抽检', ['zh-gauging']],
  ['  ', []],
])('finds for %j %j', (query, paths) => {
  expect(search(query).paths).toEqual(paths);
});

test('shows what has a part of the words where nothing has all, and says so', () => {
  expect(search('battery streaks')).toEqual({
    paths: expect.arrayContaining(['lg-40', 'camera']),
    hasAll: false,
  });
  expect(search('battery gauge')).toEqual({ paths: ['lg-40'], hasAll: true });
});

test('splits a large index into files of which a search loads few', () => {
  const many = Array.from({ length: 400 }, (_, number) => ({
    ...DOCUMENTS[number % 5]!,
    path: `entry-${number}`,
    text: `${DOCUMENTS[number % 5]!.text} unique${number} ${'词'.repeat(300)}`,
  }));
  const { manifest, files } = composeSearchIndex(many);
  expect(manifest.kinds).toEqual([
    ['whitepapers', 320],
    ['cases', 0],
    ['products', 80],
    ['articles', 0],
    ['hubs', 0],
  ]);
  const sizes = [...files].map(([, text]) => text.length);
  expect(files.size).toBeGreaterThan(3);
  expect(Math.max(...sizes)).toBeLessThan(80_000);
  expect(search('unique377', many).paths).toEqual(['entry-377']);
});

test('cuts out the part of a text with the words, between words, and marks them', () => {
  const text = `${'A long beginning. '.repeat(20)}Here the gauge meets the web. ${'And an end. '.repeat(30)}`;
  const words = readQuery('web gauging');
  const excerpt = excerptOf(text, words);
  expect(excerpt).toMatch(/^…Here the gauge meets the web\. And an end\..*…$/);
  expect(piecesOf(excerpt, words).flatMap((piece) => (piece.isHit ? [piece.text] : []))).toEqual([
    'gauge',
    'web',
  ]);
});

test('marks Chinese between other characters and names however they are spelt', () => {
  const hits = (text: string, query: string) =>
    piecesOf(text, readQuery(query)).flatMap((piece) => (piece.isHit ? [piece.text] : []));
  expect(hits('LG-40在线测厚仪', '测厚')).toEqual(['测厚']);
  expect(hits('装LG-40之后', 'lg40')).toEqual(['LG-40']);
  expect(hits('The online line', 'line')).toEqual(['line']);
  expect(hits('a <b> & (c', '( <b>')).toEqual(['b']);
});

test('gives back a text in pieces as it was, whatever is asked', () => {
  for (const { title, text } of DOCUMENTS)
    for (const query of ['a.*', '[', 'web', '测', '\\', 'o’clock', 'x'.repeat(200)])
      for (const whole of [title, text])
        expect(
          piecesOf(whole, readQuery(query))
            .map((piece) => piece.text)
            .join(''),
        ).toBe(whole);
});
