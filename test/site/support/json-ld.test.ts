import { expect, test } from 'vitest';
import { parsePage } from './built-site.ts';
import { missingFacts, schemaMistakes, thingsOf, type Thing } from './json-ld.ts';

const ARTICLE: Thing = { '@type': 'Article', headline: 'A', datePublished: '2026-10-12' };

test('finds types, properties and values that schema.org does not have', () => {
  const mistakes = schemaMistakes([
    ['/type/', [{ ...ARTICLE, '@type': 'Artikel' }]],
    ['/property/', [{ ...ARTICLE, headlin: 'A' }]],
    ['/value/', [{ ...ARTICLE, author: 5 }]],
    ['/good/', [ARTICLE]],
  ]);
  const pages = new Set(mistakes.map((mistake) => mistake.split(':')[0]));
  expect([...pages]).toEqual(['/type/', '/property/', '/value/']);
});

test('finds what search engines would miss', () => {
  expect(missingFacts(ARTICLE)).toEqual([
    'image of Article',
    'dateModified of Article',
    'author of Article',
    'publisher of Article',
  ]);
  expect(missingFacts({ '@type': 'Thing' })).toHaveLength(1);
});

test('refuses a script that a text could end', () => {
  const page = parsePage('/a/', '<html><script type="application/ld+json">{"a":"&lt;"}</script></html>');
  expect(() => thingsOf(page)).toThrow('a text could end the script');
});
