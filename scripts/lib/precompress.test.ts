import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { precompress } from './precompress.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-precompress-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('compresses text that is worth it, both ways, and leaves the rest alone', async () => {
  const page = '<p>On the line, every micron counts.</p>'.repeat(100);
  await mkdir(join(folder, 'zh'));
  await writeFile(join(folder, 'zh/index.html'), page);
  await writeFile(join(folder, 'small.css'), 'a{}');
  await writeFile(join(folder, 'photo.jpg'), 'x'.repeat(5_000));
  expect(await precompress(folder)).toBe(1);
  expect((await readdir(folder, { recursive: true })).sort()).toEqual([
    'photo.jpg',
    'small.css',
    'zh',
    'zh/index.html',
    'zh/index.html.br',
    'zh/index.html.gz',
  ]);
  expect(brotliDecompressSync(await readFile(join(folder, 'zh/index.html.br'))).toString()).toBe(page);
  expect(gunzipSync(await readFile(join(folder, 'zh/index.html.gz'))).toString()).toBe(page);
});
