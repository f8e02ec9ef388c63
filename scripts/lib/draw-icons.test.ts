import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drawIcons } from './draw-icons.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icons-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function iconsOf(svg: string) {
  const logoPath = join(folder, 'logo.svg');
  await writeFile(logoPath, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${svg}</svg>`);
  return drawIcons({ logoPath, band: '#0c1826' });
}

async function corner(icon: Buffer | undefined): Promise<number[]> {
  const { data, info } = await sharp(icon).raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, info.channels)];
}

const TILE = '<rect width="64" height="64" rx="14" fill="#13253b"/>';
const LIGHT = '<circle cx="32" cy="32" r="20" fill="#fff"/>';
const DARK = '<circle cx="32" cy="32" r="20" fill="#123"/>';

test('draws every icon in its size', async () => {
  const icons = await iconsOf(TILE);
  for (const [path, side] of [
    ['/apple-touch-icon.png', 180],
    ['/icon-192.png', 192],
    ['/icon-512.png', 512],
    ['/icon-maskable-512.png', 512],
  ] as const) {
    const { width, height, format } = await sharp(icons.get(path)).metadata();
    expect({ width, height, format }, path).toEqual({ width: side, height: side, format: 'png' });
  }
  const ico = icons.get('/favicon.ico')!;
  expect(ico.subarray(0, 6)).toEqual(Buffer.from([0, 0, 1, 0, 1, 0]));
  expect(ico.length).toBe(ico.readUInt32LE(14) + ico.readUInt32LE(18));
});

test('carries on a logo’s own tile into the corners', async () => {
  const icons = await iconsOf(TILE + LIGHT);
  expect(await corner(icons.get('/apple-touch-icon.png'))).toEqual([0x13, 0x25, 0x3b]);
  expect(await corner(icons.get('/icon-maskable-512.png'))).toEqual([0x13, 0x25, 0x3b]);
  expect((await corner(icons.get('/icon-192.png'))).at(3)).toBe(0);
});

test('sets a light logo on the band, a dark one on white', async () => {
  expect(await corner((await iconsOf(LIGHT)).get('/apple-touch-icon.png'))).toEqual([0x0c, 0x18, 0x26]);
  expect(await corner((await iconsOf(DARK)).get('/apple-touch-icon.png'))).toEqual([255, 255, 255]);
});

test('takes a photograph for a logo, without an SVG icon', async () => {
  const logoPath = join(folder, 'logo.png');
  await sharp({ create: { width: 90, height: 60, channels: 3, background: '#c00' } }).toFile(logoPath);
  const icons = await drawIcons({ logoPath, band: '#000000' });
  expect(icons.has('/favicon.svg')).toBe(false);
  expect((await sharp(icons.get('/icon-192.png')).metadata()).width).toBe(192);
});
