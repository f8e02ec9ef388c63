import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FAMILY = 'Northlake Text';
const WEIGHTS = [400, 700] as const;
/** Signs that neither the Latin nor the Chinese file holds; the slices of the full font that hold them are added. */
const SIGNS = 'ΔθπµΩ℃√≤≥⌀→';

/** `@font-face` rules with the fonts inside, so that a printed paper does not depend on the machine. */
export function fontFaces(): string {
  const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'));
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  const slices = Object.entries(ranges).filter(([key, range]) => key.startsWith('[') && holdsSign(range));
  return WEIGHTS.flatMap((weight) => {
    const face = (file: string, range: string): string => {
      const bytes = readFileSync(join(folder, 'files', `noto-sans-sc-${file}-${weight}-normal.woff2`));
      const url = `data:font/woff2;base64,${bytes.toString('base64')}`;
      return `@font-face{font-family:'${FAMILY}';font-weight:${weight};src:url(${url}) format('woff2');unicode-range:${range}}`;
    };
    return [
      face('chinese-simplified', 'U+0-10FFFF'),
      ...slices.map(([key, range]) => face(key.slice(1, -1), range)),
      face('latin', ranges['latin'] ?? 'U+0-FF'),
    ];
  }).join('\n');
}

function holdsSign(range: string): boolean {
  const spans = range.split(',').map((part) => part.replace('U+', '').split('-'));
  return [...SIGNS].some((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return spans.some(([from = '', to = from]) => code >= parseInt(from, 16) && code <= parseInt(to, 16));
  });
}
