import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const READS_ENTRIES =
  /get(?:Listed|Expired)?Entries|getLandingVariants|getCollection\(\s*'(?:entries|variants)'|getFamilies/;
const IN_PROPS = ['entries', 'variants'];

test('a key covers every collection but the entries and their versions, which come in props', () => {
  const config = readFileSync('site/content.config.ts', 'utf8');
  const collections = Array.from(config.matchAll(/^  (\w+): defineCollection/gm), ([, name]) => name);
  const names =
    /const names = \[(.*?)\]/s.exec(readFileSync('site/lib/page-keys.node.ts', 'utf8'))?.[1] ?? '';
  expect(collections.length).toBeGreaterThan(5);
  expect(Array.from(names.matchAll(/'(\w+)'/g), ([, name]) => name).toSorted()).toEqual(
    collections.filter((name = '') => !IN_PROPS.includes(name)).toSorted(),
  );
});

test('nothing but pages reads entries: what a page shows of them comes in its props, and so in its key', () => {
  const parts = globSync('site/{components,layouts}/**/*.astro');
  expect(parts.length).toBeGreaterThan(20);
  expect(parts.filter((path) => READS_ENTRIES.test(readFileSync(path, 'utf8')))).toEqual([]);
});

test('a page with a key reads entries only to find its paths', () => {
  const pages = globSync('site/pages/**/*.astro').map((path) => ({ path, code: readFileSync(path, 'utf8') }));
  const keyed = pages.filter(({ code }) => /entryPaths\(|withPageKeys\(/.test(code));
  expect(keyed.length).toBeGreaterThan(3);
  const afterPaths = keyed.map(({ path, code }) => ({
    path,
    code: code.slice(code.indexOf('= Astro.props')),
  }));
  expect(afterPaths.filter(({ code }) => READS_ENTRIES.test(code)).map(({ path }) => path)).toEqual([]);
});
