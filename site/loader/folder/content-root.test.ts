import { expect, test } from 'vitest';
import { contentRoot } from './content-root.node.ts';

test.each([
  [{}, '/srv/content'],
  [{ GATEHOUSE_CONTENT: '' }, '/srv/content'],
  [{ GATEHOUSE_CONTENT: 'sites/a' }, '/srv/sites/a'],
  [{ GATEHOUSE_CONTENT: '/elsewhere' }, '/elsewhere'],
])('reads the folder from %j', (env, root) => {
  expect(contentRoot({ env, cwd: '/srv' })).toBe(root);
});
