import type { Locale } from '../../../edge/contract/locale.ts';
import { INK, arrow, box, dot, drawing, line, scale, write } from '../drawing.ts';
import type { Point } from '../drawing.ts';

export const inlineGaugingFigures: Readonly<Record<string, (locale: Locale) => string>> = {
  paths: drawPaths,
  alias: drawAlias,
  budget: drawBudget,
  guard: drawGuard,
};

/** Web of 600 mm from above: a roll-end sample, a traversing head, three fixed heads. */
function drawPaths(locale: Locale): string {
  const names = {
    zh: ['卷尾抽检', '扫描测头', '三个固定测头'],
    en: ['Roll-end sample', 'Traversing head', 'Three fixed heads'],
  }[locale];
  const left = 150;
  const metre = 40;
  const width = 12 * metre;
  const band = 40;
  const parts = names.flatMap((name, row) => {
    const y = 24 + row * 66;
    const grid = Array.from({ length: 11 }, (_, i): string =>
      line(
        [
          [left + (i + 1) * metre, y],
          [left + (i + 1) * metre, y + band],
        ],
        { color: '#c3ced8', width: 0.6 },
      ),
    );
    return [
      write([0, y + band / 2 + 4], name, { color: INK.navy, bold: true }),
      box({ x: left, y, width, height: band, fill: INK.mist, stroke: INK.steel }),
      ...grid,
    ];
  });
  const zigzag = Array.from({ length: 7 }, (_, i): Point => [left + i * 2 * metre, i % 2 ? 92 : 128]);
  return drawing(224, [
    ...parts,
    box({ x: left + width - 6, y: 24, width: 5, height: band, fill: INK.signal }),
    line(zigzag, { color: INK.signal, width: 1.8 }),
    ...[160, 176, 192].map((y) =>
      line(
        [
          [left, y],
          [left + width, y],
        ],
        { color: INK.signal, width: 1.8 },
      ),
    ),
    arrow([left, 214], [left + 2 * metre, 214]),
    write([left + 2 * metre + 10, 218], { zh: '走带 1 m/s', en: 'web, 1 m/s' }[locale]),
    write([left + width, 218], '12 m', { anchor: 'end' }),
  ]);
}

/** A ripple of 3.9 m read every 4.0 m. */
function drawAlias(locale: Locale): string {
  const x = scale([0, 160], [44, 628]);
  const y = scale([-1, 1], [150, 34]);
  const ripple = (at: number): number => Math.cos((2 * Math.PI * at) / 3.9);
  const wave = Array.from({ length: 1601 }, (_, i): Point => [x(i / 10), y(ripple(i / 10))]);
  const readings = Array.from({ length: 41 }, (_, i): Point => [x(4 * i), y(ripple(4 * i))]);
  return drawing(206, [
    line(wave, { color: '#b4c1cd', width: 0.8 }),
    line(readings, { color: INK.signal, width: 1.8 }),
    ...readings.map((point) => dot(point, 2.8, INK.paper, INK.signal)),
    line(
      [
        [44, 168],
        [628, 168],
      ],
      { color: INK.steel },
    ),
    ...[0, 40, 80, 120, 160].flatMap((metres) => [
      line(
        [
          [x(metres), 168],
          [x(metres), 173],
        ],
        { color: INK.steel },
      ),
      write([x(metres), 188], `${metres}`, { anchor: 'middle' }),
    ]),
    write([336, 204], { zh: '料带长度，m', en: 'running length, m' }[locale], { anchor: 'middle' }),
    write([44, 18], { zh: '涂布厚度（示意）', en: 'coating thickness (schematic)' }[locale]),
    arrow([x(0), 22 + 4], [x(156), 22 + 4], { color: INK.signal }),
    write([x(156), 18], '156 m', { anchor: 'end', color: '#c63d0c', bold: true }),
  ]);
}

const BUDGET_UM = [
  { name: { zh: '测头噪声', en: 'Sensor noise' }, value: 0.15 },
  { name: { zh: '同步误差', en: 'Synchronisation' }, value: 0.16 },
  { name: { zh: '架体热胀', en: 'Frame growth' }, value: 0.24 },
  { name: { zh: '光斑错位', en: 'Spot offset' }, value: 0.17 },
  { name: { zh: '标准片', en: 'Reference piece' }, value: 0.1 },
] as const;

/** Share of each contribution in the sum of squares. */
function drawBudget(locale: Locale): string {
  const total = BUDGET_UM.reduce((sum, { value }) => sum + value ** 2, 0);
  const x = scale([0, 0.4], [150, 560]);
  return drawing(
    BUDGET_UM.length * 30 + 8,
    BUDGET_UM.flatMap(({ name, value }, row) => {
      const share = value ** 2 / total;
      const y = 6 + row * 30;
      const largest = value === 0.24;
      return [
        write([0, y + 15], name[locale], { color: INK.navy }),
        box({ x: 150, y, width: 410, height: 20, fill: '#eaeff3' }),
        box({ x: 150, y, width: x(share) - 150, height: 20, fill: largest ? INK.signal : INK.graphite }),
        write([x(share) + 8, y + 15], `${Math.round(share * 100)}${locale === 'zh' ? '%' : ' %'}`, {
          bold: true,
          color: INK.navy,
        }),
      ];
    }),
  );
}

/** Tolerance ±4 µm with a guard band of 0.76 µm on either side of each limit. */
function drawGuard(locale: Locale): string {
  const x = scale([-6, 6], [10, 630]);
  const zone = (from: number, to: number, fill: string): string =>
    box({ x: x(from), y: 40, width: x(to) - x(from), height: 34, fill });
  const say = {
    zh: { good: '证明合格', bad: '证明不合格', unknown: '说不准' },
    en: { good: 'proven good', bad: 'proven bad', unknown: 'unknown' },
  }[locale];
  const tick = (value: number, label: string, y: number): string =>
    line(
      [
        [x(value), 36],
        [x(value), 82],
      ],
      { color: INK.navy },
    ) + write([x(value), y], label, { anchor: 'middle', color: INK.navy });
  return drawing(116, [
    zone(-6, -4.76, INK.graphite),
    zone(-4.76, -3.24, '#ffd3c2'),
    zone(-3.24, 3.24, INK.mist),
    zone(3.24, 4.76, '#ffd3c2'),
    zone(4.76, 6, INK.graphite),
    write([x(0), 62], say.good, { anchor: 'middle', color: INK.navy, bold: true }),
    write([x(-5.38), 62], say.bad, { anchor: 'middle', color: '#fff', size: locale === 'en' ? 10.5 : 11 }),
    write([x(5.38), 62], say.bad, { anchor: 'middle', color: '#fff', size: locale === 'en' ? 10.5 : 11 }),
    write([x(-4), 26], say.unknown, { anchor: 'middle', color: '#c63d0c', bold: true }),
    write([x(4), 26], say.unknown, { anchor: 'middle', color: '#c63d0c', bold: true }),
    ...[-4, 4].map((limit) =>
      line(
        [
          [x(limit), 34],
          [x(limit), 90],
        ],
        { color: INK.signal, width: 2 },
      ),
    ),
    tick(-4.76, '−4.76', 98),
    tick(-3.24, '−3.24', 98),
    tick(3.24, '+3.24', 98),
    tick(4.76, '+4.76', 98),
    write([x(-4), 112], '−4 µm', { anchor: 'middle', color: '#c63d0c', bold: true }),
    write([x(4), 112], '+4 µm', { anchor: 'middle', color: '#c63d0c', bold: true }),
    write([x(0), 98], '0', { anchor: 'middle' }),
  ]);
}
