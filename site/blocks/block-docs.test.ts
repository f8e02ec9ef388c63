import { expect, test } from 'vitest';
import { BLOCK_DOCS } from './block-docs.ts';
import { BLOCKS } from './blocks.ts';
import { propList } from './prop-list.ts';

test('every block is explained', () => {
  expect(Object.keys(BLOCK_DOCS).toSorted()).toEqual([...BLOCKS.keys()].toSorted());
});

test.each([...BLOCKS.values()].map((block) => [block.name, block] as const))(
  'every prop of %s is explained, and no other',
  (name, block) => {
    const paths = propList(block.props).map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(0);
    expect(Object.keys(BLOCK_DOCS[name]?.props ?? {}).toSorted()).toEqual(paths.toSorted());
  },
);
