import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Locale } from '../../edge/contract/locale.ts';

const FAMILY = 'Northlake Text';
const WEIGHTS = [400, 700] as const;
const CHINESE = 'noto-sans-sc';
/** The same Latin letters as in the Chinese font, with the narrow quotes and signs English is set with, and Greek. */
const LATIN = 'source-sans-3';
/** ℃ √ ≤ ≥ → are in neither the Latin nor the Chinese file: the slices of the Chinese font that hold them are added. */
const SIGNS = [0x2103, 0x221a, 0x2264, 0x2265, 0x2192];

/** `@font-face` rules with the fonts inside, so that a printed paper does not depend on the machine. */
export function fontFaces(locale: Locale): string {
  const chinese = readRanges(CHINESE);
  const latin = readRanges(LATIN);
  const slices = Object.keys(chinese).filter((key) => key.startsWith('[') && holdsSign(chinese[key] ?? ''));
  return WEIGHTS.flatMap((weight) => [
    fontFace({ font: CHINESE, file: 'chinese-simplified', weight, range: 'U+0-10FFFF' }),
    ...slices.map((key) =>
      fontFace({ font: CHINESE, file: key.slice(1, -1), weight, range: chinese[key] ?? '' }),
    ),
    ...(locale === 'en' ? ['latin', 'greek'] : ['greek']).map((file) =>
      fontFace({ font: LATIN, file, weight, range: latin[file] ?? '' }),
    ),
  ]).join('\n');
}

function fontFace({
  font,
  file,
  weight,
  range,
}: {
  font: string;
  file: string;
  weight: number;
  range: string;
}): string {
  const bytes = readFileSync(join(folderOf(font), 'files', `${font}-${file}-${weight}-normal.woff2`));
  const url = `data:font/woff2;base64,${bytes.toString('base64')}`;
  return `@font-face{font-family:'${FAMILY}';font-weight:${weight};src:url(${url}) format('woff2');unicode-range:${range}}`;
}

function readRanges(font: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(folderOf(font), 'unicode.json'), 'utf8')) as Record<string, string>;
}

function folderOf(font: string): string {
  return dirname(createRequire(import.meta.url).resolve(`@fontsource/${font}/package.json`));
}

function holdsSign(range: string): boolean {
  const spans = range.split(',').map((part) => part.replace('U+', '').split('-'));
  return SIGNS.some((sign) =>
    spans.some(([from = '', to = from]) => sign >= parseInt(from, 16) && sign <= parseInt(to, 16)),
  );
}
