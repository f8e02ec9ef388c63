import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPrecompress } from './precompress.ts';

let work: string;
let folder: string;
let packFolder: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'gatehouse-precompress-'));
  folder = join(work, 'site');
  packFolder = join(work, 'packs');
  await mkdir(folder);
});
afterEach(() => rm(work, { recursive: true }));

test('compresses text that is worth it, both ways, and leaves the rest alone', async () => {
  const page = '<p>On the line, every micron counts.</p>'.repeat(100);
  await mkdir(join(folder, 'zh'));
  await writeFile(join(folder, 'zh/index.html'), page);
  await writeFile(join(folder, 'small.css'), 'a{}');
  await writeFile(join(folder, 'photo.jpg'), 'x'.repeat(5_000));
  expect(
    await startPrecompress({ siteFolder: folder, earlierSite: join(work, 'earlier'), packFolder }).finish(),
  ).toBe(1);
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

test('takes from its pack what was compressed before, and nothing that has changed since', async () => {
  const pages = { same: '<p>Measured inline.</p>'.repeat(100), changed: '<p>Before.</p>'.repeat(200) };
  for (const [name, page] of Object.entries(pages)) await writeFile(join(folder, `${name}.html`), page);
  await startPrecompress({ siteFolder: folder, earlierSite: join(work, 'earlier'), packFolder }).finish();
  const first = await readFile(join(folder, 'same.html.br'));
  const after = '<p>After.</p>'.repeat(200);
  await writeFile(join(folder, 'changed.html'), after);
  for (const name of ['same.html.br', 'same.html.gz']) await rm(join(folder, name));
  expect(
    await startPrecompress({ siteFolder: folder, earlierSite: join(work, 'earlier'), packFolder }).finish(),
  ).toBe(2);
  expect(await readFile(join(folder, 'same.html.br'))).toEqual(first);
  expect(brotliDecompressSync(await readFile(join(folder, 'changed.html.br'))).toString()).toBe(after);
});

test('links to what the site before has, and to nothing that is damaged there', async () => {
  const earlierSite = join(work, 'earlier');
  const start = (siteFolder: string) => startPrecompress({ siteFolder, earlierSite, packFolder });
  for (const site of [earlierSite, folder]) {
    await mkdir(site, { recursive: true });
    await writeFile(join(site, 'page.html'), '<p>Measured inline.</p>'.repeat(100));
  }
  await start(earlierSite).finish();
  const whole = await readFile(join(earlierSite, 'page.html.gz'));
  await writeFile(join(earlierSite, 'page.html.gz'), whole.subarray(1));
  await start(folder).finish();
  const [earlier, now] = await Promise.all(
    [earlierSite, folder].map((site) => stat(join(site, 'page.html.br'))),
  );
  expect(now?.ino).toBe(earlier?.ino);
  expect(await readFile(join(folder, 'page.html.gz'))).toEqual(whole);
});
