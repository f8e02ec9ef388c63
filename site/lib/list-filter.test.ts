import { expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import type { Hub } from './hubs.ts';
import { filterFacets, filterTokens } from './list-filter.ts';

const HUBS = [
  'industries/battery',
  'industries/glass',
  'roles/quality',
  'stages/awareness',
  'stages/decision',
].map((name) => ({ name, facet: name.split('/')[0], id: name.split('/')[1] }) as Hub);

function entry(industries: string[], stage: string) {
  return { data: { industries, roles: ['quality'], stage } } as unknown as Pick<Entry, 'data'>;
}

function choices(...entries: ReturnType<typeof entry>[]) {
  return filterFacets(entries, HUBS).map((facet) => facet.choices.map(({ name }) => name));
}

test('an entry is found by each of its industries and roles, and by its stage', () => {
  expect(filterTokens(entry(['battery', 'glass'], 'decision'))).toBe(
    'industry:battery industry:glass role:quality stage:decision',
  );
});

test('offers what tells the entries of a list apart, in the order of the hubs', () => {
  expect(choices(entry(['glass'], 'decision'), entry(['battery'], 'awareness'))).toEqual([
    ['industries/battery', 'industries/glass'],
    ['stages/awareness', 'stages/decision'],
  ]);
});

test('leaves out a facet in which all entries are alike', () => {
  expect(choices(entry(['battery', 'glass'], 'decision'), entry(['glass', 'battery'], 'decision'))).toEqual(
    [],
  );
  expect(choices(entry(['battery', 'glass'], 'decision'), entry(['battery'], 'decision'))).toEqual([
    ['industries/battery', 'industries/glass'],
  ]);
  expect(choices()).toEqual([]);
});
