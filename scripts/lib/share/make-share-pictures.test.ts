import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Content } from '../../../site/loader/content.ts';
import { loadContent } from '../../../site/loader/load-content.node.ts';
import { createShareArtist } from './create-share-artist.ts';
import { makeSharePictures } from './make-share-pictures.ts';
import { planSharePictures } from './plan-share-pictures.ts';

let folder = '';
let contentRoot = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'share-'));
  contentRoot = join(folder, 'content');
  await cp('test/fixtures/content-small', contentRoot, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

async function content(): Promise<Content> {
  const loaded = await loadContent(contentRoot);
  if (!loaded.content) throw new Error(JSON.stringify(loaded.issues));
  return loaded.content;
}

async function make(siteFolder: string) {
  const cacheFolder = join(folder, 'cache');
  const pictures = await makeSharePictures({ content: await content(), contentRoot, cacheFolder });
  await pictures.publish(siteFolder);
  return pictures;
}

test('a site, its lists and its entries each get a card in both languages and two shapes', async () => {
  const { count, drawn } = await make(join(folder, 'site'));
  expect(drawn).toBe(count);
  const files = await readdir(join(folder, 'site/share'), { recursive: true });
  const pictures = files.filter((file) => file.endsWith('.jpg')).toSorted();
  expect(pictures).toHaveLength(2 * count);
  expect(pictures).toEqual(
    expect.arrayContaining([
      'en.jpg',
      'zh.square.jpg',
      'zh/whitepapers.jpg',
      'en/whitepapers/first-paper.jpg',
      'en/whitepapers/first-paper.square.jpg',
    ]),
  );
});

test('the next build draws only what has changed, and gets the same bytes', async () => {
  await make(join(folder, 'first'));
  const page = join(contentRoot, 'whitepapers/first-paper/en.mdx');
  await writeFile(
    page,
    (await readFile(page, 'utf8')).replace('title: First paper', 'title: Second thoughts'),
  );
  const { count, drawn } = await make(join(folder, 'second'));
  expect(count).toBeGreaterThan(4);
  expect(drawn).toBe(1);
  const read = (site: string, path: string) => readFile(join(folder, site, 'share', path));
  const [other, same] = ['en/whitepapers/first-paper.jpg', 'zh/whitepapers/first-paper.jpg'];
  expect((await read('second', same)).equals(await read('first', same))).toBe(true);
  expect((await read('second', other)).equals(await read('first', other))).toBe(false);
});

test('a picture that can’t be drawn is named', async () => {
  await writeFile(
    join(contentRoot, 'whitepapers/first-paper/cover.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>',
  );
  const cacheFolder = join(folder, 'cache');
  await expect(makeSharePictures({ content: await content(), contentRoot, cacheFolder })).rejects.toThrow(
    /whitepapers\/first-paper\/cover\.svg can’t be drawn: /,
  );
});

describe('a card', () => {
  test('is drawn to the same bytes each time, in the sizes that networks and WeChat want', async () => {
    const [planned] = planSharePictures(await content(), contentRoot);
    const [one, other] = await Promise.all([createShareArtist(), createShareArtist()]);
    const first = await one.draw(planned!.card);
    const second = await other.draw(planned!.card);
    expect(first.wide.equals(second.wide)).toBe(true);
    expect(first.square.equals(second.square)).toBe(true);
    expect(await sharp(first.wide).metadata()).toMatchObject({ width: 1200, height: 630, format: 'jpeg' });
    expect(await sharp(first.square).metadata()).toMatchObject({ width: 800, height: 800, format: 'jpeg' });
  });

  test('shows other words where its title is another, Chinese ones included', async () => {
    const card = planSharePictures(await content(), contentRoot).find(({ page }) => page !== '')!.card;
    const artist = await createShareArtist();
    const titles = ['像素要多细才够', '像素要多粗才够', 'µm “引号”——、。'];
    const drawn = await Promise.all(
      titles.map(async (title) =>
        (await artist.draw({ ...card, locale: 'zh', title })).wide.toString('base64'),
      ),
    );
    expect(new Set(drawn).size).toBe(titles.length);
  });

  test('does with the logo where there is no cover', async () => {
    const [planned] = planSharePictures(await content(), contentRoot);
    const { wide } = await (await createShareArtist()).draw({ ...planned!.card, coverPath: null });
    expect(await sharp(wide).metadata()).toMatchObject({ width: 1200, height: 630 });
  });
});
