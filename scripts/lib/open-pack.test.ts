import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPack } from './open-pack.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-pack-'));
  path = join(folder, 'deep/values.pack');
});
afterEach(() => rm(folder, { recursive: true }));

async function fill(values: Readonly<Record<string, string>>): Promise<void> {
  const pack = await openPack(path);
  for (const [key, value] of Object.entries(values)) pack.set(key, Buffer.from(value));
  await pack.save();
}

test('gives back what was set, whatever its key and bytes', async () => {
  await fill({ 'a "key"\n量': 'one', '': '', b: '\u0000\uFFFF' });
  const pack = await openPack(path);
  expect(String(pack.get('a "key"\n量'))).toBe('one');
  expect(String(pack.get(''))).toBe('');
  expect(String(pack.get('b'))).toBe('\u0000\uFFFF');
  expect(pack.get('c')).toBeUndefined();
});

test('forgets what the last build did not ask for', async () => {
  await fill({ used: '1', unused: '2' });
  const pack = await openPack(path);
  pack.get('used');
  await pack.save();
  const next = await openPack(path);
  expect(String(next.get('used'))).toBe('1');
  expect(next.get('unused')).toBeUndefined();
});

test('is not written again when nothing changed', async () => {
  await fill({ a: '1' });
  const { ino } = await stat(path);
  const pack = await openPack(path);
  pack.get('a');
  await pack.save();
  expect((await stat(path)).ino).toBe(ino);
});

test('is empty where a byte was changed, cut off or added', async () => {
  await fill({ a: 'some value', b: 'another' });
  const whole = await readFile(path);
  const damaged = [
    ...Array.from(whole.keys(), (index) => whole.with(index, whole[index]! ^ 1)),
    whole.subarray(0, -1),
    Buffer.concat([whole, Buffer.from('x')]),
    Buffer.alloc(0),
  ];
  for (const bytes of damaged) {
    await writeFile(path, bytes);
    const pack = await openPack(path);
    expect([pack.get('a'), pack.get('b')].map(String)).toEqual(['undefined', 'undefined']);
  }
});

test('stays whole when two write it at once, and leaves nothing else behind', async () => {
  const packs = await Promise.all([openPack(path), openPack(path)]);
  for (const [index, pack] of packs.entries()) pack.set(`key ${index}`, Buffer.alloc(1_000_000, index));
  await Promise.all(packs.map((pack) => pack.save()));
  const next = await openPack(path);
  expect([next.get('key 0'), next.get('key 1')].filter((value) => value !== undefined)).toHaveLength(1);
  expect(await readdir(join(folder, 'deep'))).toEqual(['values.pack']);
});

test('gives back what was set since it was opened', async () => {
  const pack = await openPack(path);
  pack.set('fresh', Buffer.from('1'));
  expect(String(pack.get('fresh'))).toBe('1');
});
