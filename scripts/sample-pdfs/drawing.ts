/** Small vocabulary of the printed figures: every part is a string of SVG, every figure a list of parts. */

export const INK = {
  ink: '#0c1826',
  navy: '#13253b',
  graphite: '#3b4a5c',
  steel: '#8fa0b3',
  mist: '#dfe6ec',
  paper: '#f3f5f4',
  signal: '#ff5a1f',
} as const;

export type Point = readonly [x: number, y: number];

/** The figures are 640 units wide, the width of the text column. */
const FIGURE_WIDTH = 640;

export function drawing(height: number, parts: readonly string[]): string {
  return [
    `<svg viewBox="0 0 ${FIGURE_WIDTH} ${height}" font-size="12.5" fill="none" stroke-linecap="round" stroke-linejoin="round">`,
    ...parts,
    '</svg>',
  ].join('');
}

export interface Stroke {
  readonly color?: string;
  readonly width?: number;
  readonly dash?: string;
}

export function line(
  points: readonly Point[],
  { color = INK.graphite, width = 1, dash }: Stroke = {},
): string {
  const d = points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L');
  return `<path d="M${d}" stroke="${color}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly radius?: number;
}

export function box({ x, y, width, height, fill = 'none', stroke = 'none', radius = 0 }: Box): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${fill}" stroke="${stroke}"/>`;
}

export function dot([x, y]: Point, radius: number, fill: string = INK.signal, stroke = 'none'): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}" stroke="${stroke}"/>`;
}

export interface Lettering {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly color?: string;
  readonly size?: number;
  readonly bold?: boolean;
}

export function write(
  [x, y]: Point,
  text: string,
  { anchor = 'start', color = INK.graphite, size, bold = false }: Lettering = {},
): string {
  const sizing = size === undefined ? '' : ` font-size="${size}"`;
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="${color}"${sizing}${weight}>${escape(text)}</text>`;
}

export function arrow(
  [x1, y1]: Point,
  [x2, y2]: Point,
  { color = INK.graphite, width = 1.2 }: Stroke = {},
): string {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const barb = (turn: number): Point => [x2 - 7 * Math.cos(angle + turn), y2 - 7 * Math.sin(angle + turn)];
  return (
    line(
      [
        [x1, y1],
        [x2, y2],
      ],
      { color, width },
    ) + line([barb(0.45), [x2, y2], barb(-0.45)], { color, width })
  );
}

/** Maps a range of values to a range of units, linearly or by logarithm. */
export function scale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
  { log = false }: { log?: boolean } = {},
): (value: number) => number {
  const f = log ? Math.log10 : (value: number): number => value;
  return (value) => start + ((f(value) - f(from)) / (f(to) - f(from))) * (end - start);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
