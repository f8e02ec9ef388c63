import type { Locale } from '../../../edge/contract/locale.ts';
import { phrasesOf } from '../../../site/lib/phrase-breaks.ts';

interface Frame {
  readonly locale: Locale;
  readonly width: number;
  readonly height: number;
  /** Font sizes in pixels, the largest first. */
  readonly sizes: readonly number[];
  /** Of a line, in font sizes. */
  readonly lineHeight: number;
}

/**
 * Breaks a title into lines of about the same length, at the largest size that fits its frame; Chinese breaks between
 * phrases, as the headings of the site do. What is too long even for the smallest size ends in an ellipsis.
 */
export function breakTitle(
  title: string,
  { locale, width, height, sizes, lineHeight }: Frame,
): { size: number; lines: readonly string[] } {
  const parts = partsOf(title, locale);
  let size = 0;
  for (size of sizes) {
    const most = Math.floor(height / (size * lineHeight));
    const lines = fill(parts, width / size);
    if (lines && lines.length <= most) return { size, lines: balance(parts, { lines, max: width / size }) };
  }
  const most = Math.max(1, Math.floor(height / (size * lineHeight)));
  const [...characters] = title;
  const lines = fill(characters, width / size) ?? [title];
  const last = lines[most - 1] ?? '';
  return { size, lines: [...lines.slice(0, most - 1), `${last.slice(0, -1).trim()}…`] };
}

/** What stays together: words with the space behind them, or phrases. */
function partsOf(title: string, locale: Locale): string[] {
  if (locale === 'zh') return phrasesOf(title).flat();
  return title.match(/\S+\s*/g) ?? [title];
}

/** Fills line after line, in font sizes; undefined where a part is wider than a line. */
function fill(parts: readonly string[], max: number): string[] | undefined {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (widthOf(part.trim()) > max) return undefined;
    if (line !== '' && widthOf((line + part).trim()) > max) {
      lines.push(line.trim());
      line = '';
    }
    line += part;
  }
  return [...lines, line.trim()];
}

/** As many lines, none much longer than another: the narrowest frame that still takes them. */
function balance(
  parts: readonly string[],
  { lines, max }: { lines: readonly string[]; max: number },
): readonly string[] {
  let best = lines;
  for (let width = max; width > max / 2; width -= max / 40) {
    const narrower = fill(parts, width);
    if (!narrower || narrower.length > lines.length) break;
    best = narrower;
  }
  return best;
}

/** About how wide a text is drawn, in font sizes. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + advanceOf(character), 0);
}

function advanceOf(character: string): number {
  if (/[\p{Script=Han}\u3000-\u303f\uff00-\uff60“”‘’…—]/u.test(character)) return 1;
  if (/[\s.,:;'’|!ijlftIr()[\]-]/.test(character)) return 0.34;
  if (/[mwMWµ@%—]/.test(character)) return 0.86;
  return /[A-Z]/.test(character) ? 0.64 : 0.55;
}
