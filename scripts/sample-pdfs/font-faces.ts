import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locale } from '../../edge/contract/locale.ts';

const FAMILY = 'Northlake Text';
const WEIGHTS = [400, 700] as const;
const CHINESE = { name: 'noto-sans-sc', index: import.meta.resolve('@fontsource/noto-sans-sc/unicode.json') };
/** The same Latin letters as in the Chinese font, with the narrow quotes and signs English is set with, and Greek. */
const LATIN = { name: 'source-sans-3', index: import.meta.resolve('@fontsource/source-sans-3/unicode.json') };
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

interface Font {
  readonly name: string;
  /** Address of the list of its slices; their files lie in `files/` beside it. */
  readonly index: string;
}

interface Face {
  readonly font: Font;
  readonly file: string;
  readonly weight: number;
  readonly range: string;
}

function fontFace({ font, file, weight, range }: Face): string {
  const bytes = readFileSync(new URL(`files/${font.name}-${file}-${weight}-normal.woff2`, font.index));
  const url = `data:font/woff2;base64,${bytes.toString('base64')}`;
  return `@font-face{font-family:'${FAMILY}';font-weight:${weight};src:url(${url}) format('woff2');unicode-range:${range}}`;
}

function readRanges({ index }: Font): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(fileURLToPath(index), 'utf8')) as Record<string, string>;
}

function holdsSign(range: string): boolean {
  const spans = range.split(',').map((part) => part.replace('U+', '').split('-'));
  return SIGNS.some((sign) =>
    spans.some(([from = '', to = from]) => sign >= parseInt(from, 16) && sign <= parseInt(to, 16)),
  );
}
