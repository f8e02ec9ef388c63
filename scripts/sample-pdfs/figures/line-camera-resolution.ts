import type { Locale } from '../../../edge/contract/locale.ts';
import { INK, box, dot, drawing, line, scale, write } from '../drawing.ts';
import type { Point } from '../drawing.ts';

export const lineCameraFigures: Readonly<Record<string, (locale: Locale) => string>> = {
  grid: drawGrid,
  cost: drawCost,
  pareto: drawPareto,
  streak: drawStreak,
};

const PIXEL = 34;

/** Dots of one, two and 2.83 pixels, centred on a corner of the grid, and what each pixel sees of them. */
function drawGrid(locale: Locale): string {
  const dots = [1, 2, 2 * Math.SQRT2];
  const unit = { zh: ' 个像素', en: ' px' }[locale];
  return drawing(
    220,
    dots.flatMap((diameter, panel) => {
      const x0 = 30 + panel * 206;
      const radius = (diameter / 2) * PIXEL;
      const centre: Point = [x0 + 2.5 * PIXEL, 20 + 2.5 * PIXEL];
      const corner: Point = [centre[0] - PIXEL / 2, centre[1] - PIXEL / 2];
      const cells = Array.from({ length: 25 }, (_, index) => {
        const x = x0 + (index % 5) * PIXEL;
        const y = 20 + Math.floor(index / 5) * PIXEL;
        const share = covered({ x, y, centre: corner, radius });
        return { x, y, share };
      });
      return [
        ...cells.map(({ x, y, share }) =>
          box({ x, y, width: PIXEL, height: PIXEL, fill: shade(share), stroke: '#fff' }),
        ),
        ...cells
          .filter(({ share }) => share > 0.15)
          .map(({ x, y, share }) =>
            write([x + PIXEL / 2, y + PIXEL / 2 + 4], `${Math.round(share * 100)}`, {
              anchor: 'middle',
              size: 11,
              color: share > 0.45 ? '#fff' : INK.navy,
              bold: share > 0.995,
            }),
          ),
        `<circle cx="${corner[0]}" cy="${corner[1]}" r="${radius}" stroke="${INK.signal}" stroke-width="2" stroke-dasharray="5 4"/>`,
        write([x0 + 2.5 * PIXEL, 212], `d = ${diameter.toFixed(diameter > 2 ? 2 : 0)}${unit}`, {
          anchor: 'middle',
          color: INK.navy,
          bold: true,
        }),
      ];
    }),
  );
}

/** Share of a pixel inside a circle, counted on a fine raster. */
function covered({ x, y, centre, radius }: { x: number; y: number; centre: Point; radius: number }): number {
  const steps = 60;
  let inside = 0;
  for (let i = 0; i < steps; i++) {
    for (let j = 0; j < steps; j++) {
      const dx = x + ((i + 0.5) / steps) * PIXEL - centre[0];
      const dy = y + ((j + 0.5) / steps) * PIXEL - centre[1];
      if (dx * dx + dy * dy <= radius * radius) inside++;
    }
  }
  return inside / steps ** 2;
}

function shade(share: number): string {
  const mix = (from: number, to: number): string =>
    Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${mix(0xe6, 0x13)}${mix(0xec, 0x25)}${mix(0xf1, 0x3b)}`;
}

/** Line rate, data and light, relative to 100 µm. */
function drawCost(locale: Locale): string {
  const names = { zh: ['行频', '数据量', '光'], en: ['Line rate', 'Data', 'Light'] }[locale];
  const powers = [1, 2, 3];
  const pixels = ['100 µm', '50 µm', '25 µm'];
  const y = scale([1, 64], [168, 28], { log: true });
  const fills = [INK.steel, INK.graphite, INK.signal];
  return drawing(216, [
    ...[1, 2, 4, 8, 16, 32, 64].flatMap((value) => [
      line(
        [
          [56, y(value)],
          [632, y(value)],
        ],
        { color: '#dbe2e8', width: 0.8 },
      ),
      write([48, y(value) + 4], `${value}×`, { anchor: 'end', size: 11 }),
    ]),
    ...pixels.flatMap((pixel, group) => {
      const x0 = 96 + group * 186;
      const bars = powers.map((power, bar) => {
        const top = y(2 ** (power * group));
        const height = Math.max(168 - top, 3);
        return box({ x: x0 + bar * 46, y: 168 - height, width: 38, height, fill: fills[bar] ?? INK.ink });
      });
      return [...bars, write([x0 + 65, 188], pixel, { anchor: 'middle', color: INK.navy, bold: true })];
    }),
    ...names.flatMap((name, i) => [
      box({ x: 96 + i * 186, y: 202, width: 11, height: 11, fill: fills[i] ?? INK.ink }),
      write([114 + i * 186, 212], name),
    ]),
  ]);
}

const COUNTS = [
  { size: '< 0.07', defects: 310, complaints: 0 },
  { size: '0.07–0.14', defects: 270, complaints: 2 },
  { size: '0.14–0.28', defects: 210, complaints: 19 },
  { size: '0.28–0.56', defects: 130, complaints: 41 },
  { size: '0.56–1.1', defects: 55, complaints: 28 },
  { size: '> 1.1', defects: 25, complaints: 18 },
] as const;

/** Defects and complaints by size class, with the classes each pixel is sure of. */
function drawPareto(locale: Locale): string {
  const y = scale([0, 320], [206, 40]);
  const step = 94;
  const left = 52;
  const edges = [
    { at: 1, label: '25 µm' },
    { at: 2, label: '50 µm' },
    { at: 3, label: '100 µm' },
  ];
  return drawing(258, [
    ...[0, 100, 200, 300].flatMap((value) => [
      line(
        [
          [left, y(value)],
          [632, y(value)],
        ],
        { color: '#dbe2e8', width: 0.8 },
      ),
      write([left - 8, y(value) + 4], `${value}`, { anchor: 'end', size: 11 }),
    ]),
    ...COUNTS.flatMap(({ size, defects, complaints }, i) => {
      const x = left + 18 + i * step;
      return [
        box({ x, y: y(defects), width: 58, height: 206 - y(defects), fill: INK.steel }),
        box({ x, y: y(complaints), width: 58, height: 206 - y(complaints), fill: INK.signal }),
        write([x + 29, y(defects) - 6], `${defects}`, {
          anchor: 'middle',
          color: INK.navy,
          bold: true,
          size: 11,
        }),
        write([x + 29, 222], size, { anchor: 'middle', size: 11 }),
      ];
    }),
    ...edges.flatMap(({ at, label }) => {
      const x = left + at * step;
      return [
        line(
          [
            [x, 24],
            [x, 206],
          ],
          { color: INK.navy, dash: '4 4' },
        ),
        write([x + 6, 30], `${label} →`, { color: INK.navy, bold: true }),
      ];
    }),
    write([0, 12], { zh: '缺陷数', en: 'defects' }[locale], { anchor: 'start', size: 11 }),
    write([342, 240], { zh: '缺陷尺寸，mm', en: 'defect size, mm' }[locale], { anchor: 'middle' }),
    box({ x: 480, y: 247, width: 10, height: 10, fill: INK.signal }),
    write([496, 256], { zh: '其中引起投诉', en: 'of which complaints' }[locale]),
  ]);
}

/** Signal to noise of a 2 % streak at 1.5 % noise, over the number of averaged lines. */
function drawStreak(locale: Locale): string {
  const x = scale([1, 1000], [52, 620], { log: true });
  const y = scale([0, 25], [142, 16]);
  const ratio = (lines: number): number => 2 / (1.5 / Math.sqrt(lines));
  const curve = Array.from({ length: 60 }, (_, i): Point => {
    const lines = 10 ** ((i / 59) * Math.log10(350));
    return [x(lines), y(ratio(lines))];
  });
  return drawing(182, [
    ...[0, 5, 10, 15, 20, 25].flatMap((value) => [
      line(
        [
          [52, y(value)],
          [620, y(value)],
        ],
        value === 5 ? { color: INK.signal, dash: '5 4' } : { color: '#dbe2e8', width: 0.8 },
      ),
      write([44, y(value) + 4], `${value}`, { anchor: 'end', size: 11 }),
    ]),
    line(curve, { color: INK.navy, width: 2 }),
    ...[14, 200].flatMap((lines) => [
      dot([x(lines), y(ratio(lines))], 5),
      write([x(lines) - 10, y(ratio(lines)) - 8], { zh: `${lines} 行`, en: `${lines} lines` }[locale], {
        anchor: 'end',
        color: INK.navy,
        bold: true,
      }),
    ]),
    ...[1, 10, 100, 1000].map((value) => write([x(value), 160], `${value}`, { anchor: 'middle', size: 11 })),
    write([336, 178], { zh: '平均的行数', en: 'lines averaged' }[locale], { anchor: 'middle' }),
  ]);
}
