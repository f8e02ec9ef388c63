import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFileCache } from './open-file-cache.ts';

let root = '';
let folder = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'file-cache-'));
  folder = join(root, 'cache');
});

afterEach(() => rm(root, { recursive: true }));

test('keeps files whole and puts them where they are wanted', async () => {
  const cache = openFileCache({ folder, maxBytes: 100 });
  expect(await cache.has('a.jpg')).toBe(false);
  await cache.keep('a.jpg', Buffer.from('picture'));
  expect(await cache.has('a.jpg')).toBe(true);
  expect(await readdir(folder)).toEqual(['a.jpg']);
  const target = join(root, 'site/share/a.jpg');
  await cache.place('a.jpg', target);
  expect(await readFile(target, 'utf8')).toBe('picture');
});

test('throws away what was not used for longest, and nothing that a build may be using', async () => {
  const cache = openFileCache({ folder, maxBytes: 25 });
  const now = Date.now();
  for (const [name, hours] of [
    ['old', 30],
    ['older', 40],
    ['recent', 2],
    ['current', 0],
  ] as const) {
    await cache.keep(name, Buffer.alloc(10));
    const usedAt = new Date(now - hours * 3_600_000);
    await utimes(join(folder, name), usedAt, usedAt);
  }
  await cache.prune(now);
  expect((await readdir(folder)).toSorted()).toEqual(['current', 'recent']);
  await openFileCache({ folder, maxBytes: 5 }).prune(now);
  expect(await readdir(folder)).toEqual(['current']);
});

test('has nothing to prune where nothing was kept', async () => {
  await openFileCache({ folder, maxBytes: 5 }).prune(Date.now());
  expect(await readdir(root)).toEqual([]);
});
