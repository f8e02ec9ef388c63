import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import satori from 'satori';
import type { Font } from 'satori';
import sharp, { type Sharp } from 'sharp';
import { SHARE_SIZES, type ShareShape } from '../../../site/seo/share-picture.ts';
import { PlainError } from '../plain-error.ts';
import { cardLayout, type Slot } from './card-layout.ts';
import { paste, type Pixels } from './paste.ts';
import type { ShareCard } from './share-card.ts';

/** Draws share pictures. */
export interface ShareArtist {
  /** JPEG; the same card gives the same bytes. */
  draw(card: ShareCard): Promise<Record<ShareShape, Buffer>>;
}

/** Reads the fonts, which takes longer than to draw: one for many cards. */
export async function createShareArtist(): Promise<ShareArtist> {
  const fonts = await Promise.all(
    FONT_FILES.map(async ([name, file]): Promise<Font> => {
      const data = await readFile(fileURLToPath(import.meta.resolve(file)));
      return { name, data, weight: 700, style: 'normal' };
    }),
  );
  return {
    async draw(card) {
      const [cover, logo] = await Promise.all([
        card.coverPath === null ? null : openPicture(card.coverPath, LARGEST_COVER, card.colors.ground),
        openPicture(card.logoPath, LARGEST_LOGO),
      ]);
      const pictureOf = (shape: ShareShape): Promise<Buffer> => compose(card, { shape, cover, logo, fonts });
      return { wide: await pictureOf('wide'), square: await pictureOf('square') };
    },
  };
}

/** One name per file: of two files under one name the layout engine takes only the first. */
const FONT_FILES = [
  ['SC', '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff'],
  ['Latin', '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff'],
] as const;

const LARGEST_COVER = 1200;
const LARGEST_LOGO = 400;
const QUALITY = 84;

/**
 * A picture in pixels; on a ground it has no transparent parts. A drawing is laid out once at its own size: to scale
 * its patterns takes ten times as long as to scale pixels.
 */
async function openPicture(path: string, width: number, ground?: string): Promise<Pixels> {
  const picture = await readFile(path);
  try {
    return await readPixels(picture, { width, ground });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new PlainError(`${path} can’t be drawn: ${cause}`);
  }
}

async function readPixels(
  picture: Buffer,
  { width, ground }: { width: number; ground: string | undefined },
): Promise<Pixels> {
  const { format, width: own } = await sharp(picture).metadata();
  const isDrawing = format === 'svg';
  const density = isDrawing && own < width ? (72 * width) / own : 72;
  const opened = isDrawing
    ? sharp(picture, { density })
    : sharp(picture).autoOrient().resize({ width, withoutEnlargement: true });
  return toPixels(ground === undefined ? opened.ensureAlpha() : opened.flatten({ background: ground }));
}

interface Composing {
  readonly shape: ShareShape;
  readonly cover: Pixels | null;
  readonly logo: Pixels;
  readonly fonts: readonly Font[];
}

async function compose(card: ShareCard, { shape, cover, logo, fonts }: Composing): Promise<Buffer> {
  const layout = cardLayout(card, shape);
  const words = await satori(layout.words, { ...SHARE_SIZES[shape], fonts: [...fonts] });
  const drawing = words.replace(/<\/svg>$/, `${layout.marks}</svg>`);
  const canvas = await toPixels(sharp(Buffer.from(drawing)).flatten({ background: card.colors.ground }));
  if (cover) paste(canvas, { picture: await resize(cover, layout.cover, 'cover'), at: layout.cover });
  else await pasteLogo(canvas, { logo, slot: layout.cover, ground: card.colors.line });
  paste(canvas, { picture: await resize(logo, layout.logo, 'inside'), at: layout.logo });
  return sharp(canvas.data, { raw: canvas })
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** Stands for a missing cover. */
async function pasteLogo(
  canvas: Pixels,
  { logo, slot, ground }: { logo: Pixels; slot: Slot; ground: string },
): Promise<void> {
  const { width, height } = slot;
  const panel = await toPixels(sharp({ create: { width, height, channels: 3, background: ground } }));
  paste(canvas, { picture: panel, at: slot });
  const side = Math.round(Math.min(width, height) * 0.5);
  const picture = await resize(logo, { width: side, height: side }, 'inside');
  const at = {
    left: slot.left + Math.round((width - picture.width) / 2),
    top: slot.top + Math.round((height - picture.height) / 2),
  };
  paste(canvas, { picture, at });
}

function resize(
  picture: Pixels,
  { width, height }: Pick<Slot, 'width' | 'height'>,
  fit: 'cover' | 'inside',
): Promise<Pixels> {
  return toPixels(sharp(picture.data, { raw: picture }).resize(width, height, { fit }));
}

async function toPixels(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3 };
}
