import type { Locale } from '../../../edge/contract/locale.ts';
import { INK, arrow, box, dot, drawing, line, scale, write } from '../drawing.ts';
import type { Point } from '../drawing.ts';

export const latencyProofFigures: Readonly<Record<string, (locale: Locale) => string>> = {
  tail: drawTail,
  setup: drawSetup,
};

const DEADLINE_MS = 20;

/** Two schematic systems: same median, a short and a long tail. */
function drawTail(locale: Locale): string {
  const x = scale([12, 30], [92, 620]);
  const y = scale([1, 1e-6], [20, 190], { log: true });
  // P(later than t): one half at 14 ms, then exponential with a fast and a slow part.
  const later = (ms: number, slowShare: number): number =>
    Math.min(
      1,
      ms < 14
        ? 1 - 0.5 * Math.exp((ms - 14) / 0.45)
        : 0.5 * ((1 - slowShare) * Math.exp((14 - ms) / 0.45) + slowShare * Math.exp((14 - ms) / 2.6)),
    );
  const curve = (slowShare: number): Point[] =>
    Array.from({ length: 181 }, (_, i): Point => {
      const ms = 12 + i / 10;
      return [x(ms), y(Math.max(later(ms, slowShare), 1e-6))];
    }).filter(([, at]) => at < 189.9);
  const marks = {
    zh: ['全部', '十分之一', '百分之一', '千分之一', '万分之一', '十万分之一', '百万分之一'],
    en: ['all', '1 in 10', '1 in 100', '1 in 1,000', '1 in 10,000', '1 in 100,000', '1 in 1,000,000'],
  }[locale];
  return drawing(232, [
    ...marks.flatMap((mark, power) => [
      line(
        [
          [92, y(10 ** -power)],
          [620, y(10 ** -power)],
        ],
        { color: '#dbe2e8', width: 0.8 },
      ),
      write([84, y(10 ** -power) + 4], mark, { anchor: 'end', size: 10.5 }),
    ]),
    line(curve(0), { color: INK.navy, width: 2.2 }),
    line(curve(0.05), { color: INK.graphite, width: 2.2, dash: '7 4' }),
    line(
      [
        [x(DEADLINE_MS), 14],
        [x(DEADLINE_MS), 190],
      ],
      { color: INK.signal, width: 2.2 },
    ),
    ...[12, 14, 16, 18, 20, 22, 24, 26, 28, 30].map((ms) =>
      write([x(ms), 208], `${ms}`, { anchor: 'middle', size: 11 }),
    ),
    write([347, 226], { zh: '从曝光到阀门信号，ms', en: 'exposure to valve signal, ms' }[locale], {
      anchor: 'middle',
    }),
    write([x(20) + 8, 28], { zh: '截止线', en: 'deadline' }[locale], { color: '#c63d0c', bold: true }),
    write([x(15.6), 172], { zh: '安静的控制器', en: 'quiet controller' }[locale], {
      color: INK.navy,
      bold: true,
      anchor: 'middle',
    }),
    write(
      [x(20) + 8, 84],
      { zh: '同时在存图、杀毒的控制器', en: 'controller that also saves and scans' }[locale],
      { bold: true },
    ),
  ]);
}

/** Block diagram of the latency measurement. */
function drawSetup(locale: Locale): string {
  const say = {
    zh: {
      encoder: '编码器',
      trigger: '触发',
      camera: '相机',
      light: '闪光',
      controller: '边缘控制器',
      valve: '阀门',
      scope: '示波器',
      diode: '光电二极管',
      led: 'LED',
    },
    en: {
      encoder: 'Encoder',
      trigger: 'Trigger',
      camera: 'Camera',
      light: 'Flash',
      controller: 'Edge controller',
      valve: 'Valve',
      scope: 'Oscilloscope',
      diode: 'Photodiode',
      led: 'LED',
    },
  }[locale];
  const block = (x: number, y: number, width: number, text: string, fill: string = INK.mist): string =>
    box({ x, y, width, height: 40, fill, stroke: INK.steel, radius: 4 }) +
    write([x + width / 2, y + 24.5], text, {
      anchor: 'middle',
      color: fill === INK.navy ? '#fff' : INK.navy,
      bold: true,
    });
  const probe = (points: readonly Point[], channel: number, at: Point): string =>
    line(points, { color: INK.signal, width: 1.4, dash: '4 4' }) +
    dot(at, 9) +
    write([at[0], at[1] + 4], `${channel}`, { anchor: 'middle', color: '#fff', bold: true, size: 11 });
  return drawing(226, [
    block(0, 20, 92, say.encoder),
    arrow([92, 40], [128, 40]),
    block(130, 20, 92, say.trigger),
    arrow([222, 40], [258, 40]),
    block(260, 20, 92, say.camera),
    arrow([352, 40], [388, 40]),
    block(390, 20, 126, say.controller),
    arrow([516, 40], [548, 40]),
    block(550, 20, 88, say.valve),
    line(
      [
        [200, 60],
        [200, 86],
        [258, 86],
      ],
      { color: INK.graphite, width: 1.2 },
    ),
    arrow([240, 86], [258, 86]),
    block(260, 68, 92, say.light),
    write([364, 92], `+ ${say.led}`, { size: 11 }),
    probe(
      [
        [46, 60],
        [46, 172],
      ],
      4,
      [46, 116],
    ),
    probe(
      [
        [160, 60],
        [160, 172],
      ],
      1,
      [160, 116],
    ),
    probe(
      [
        [306, 108],
        [306, 172],
      ],
      2,
      [306, 134],
    ),
    write([322, 138], say.diode, { size: 11 }),
    probe(
      [
        [594, 60],
        [594, 172],
      ],
      3,
      [594, 116],
    ),
    block(0, 174, 638, say.scope, INK.navy),
  ]);
}
