import type { Locale } from '../../../edge/contract/locale.ts';
import { INK, arrow, box, dot, drawing, line, scale, write } from '../drawing.ts';
import type { Point } from '../drawing.ts';

export const imageToRejectFigures: Readonly<Record<string, (locale: Locale) => string>> = {
  gantt: drawGantt,
  four: drawFour,
  tail: drawTail,
  setup: drawSetup,
};

const DEADLINE_MS = 20;

const STAGES_MS = [
  { name: { zh: '曝光', en: 'Exposure' }, ms: 0.2 },
  { name: { zh: '读出', en: 'Readout' }, ms: 6.2 },
  { name: { zh: '传输余量', en: 'Rest of transfer' }, ms: 0.3 },
  { name: { zh: '裁切与校正', en: 'Crop and correction' }, ms: 1.1 },
  { name: { zh: '推理', en: 'Inference' }, ms: 6 },
  { name: { zh: '判定', en: 'Decision' }, ms: 0.1 },
  { name: { zh: '现场总线', en: 'Field bus' }, ms: 1 },
] as const;

function drawGantt(locale: Locale): string {
  const x = scale([0, 22], [160, 632]);
  let start = 0;
  const rows = STAGES_MS.flatMap(({ name, ms }, row) => {
    const y = 18 + row * 25;
    const bar = box({ x: x(start), y, width: Math.max(x(start + ms) - x(start), 2.5), height: 17, fill: ms > 5 ? INK.navy : INK.graphite });
    start += ms;
    return [
      write([0, y + 13], name[locale], { color: INK.navy }),
      bar,
      write([x(start) + 6, y + 13], `${ms.toFixed(1)}`, { size: 11 }),
    ];
  });
  const bottom = 18 + STAGES_MS.length * 25;
  const hatch = Array.from({ length: 12 }, (_, i) => {
    const at = x(14.9) + 4 + i * 9;
    return line(
      [
        [at, bottom - 8],
        [at + 7, bottom - 25],
      ],
      { color: INK.signal, width: 0.9 },
    );
  });
  return drawing(bottom + 34, [
    ...timeAxis(x, bottom, 22),
    ...rows.slice(0, -1),
    ...hatch.slice(2),
    line(
      [
        [x(DEADLINE_MS), 6],
        [x(DEADLINE_MS), bottom],
      ],
      { color: INK.signal, width: 2.2 },
    ),
    write([x(17.2), bottom - 32], { zh: '余量 5.1 ms', en: '5.1 ms in reserve' }[locale], {
      anchor: 'middle',
      color: '#c63d0c',
      bold: true,
      size: 11,
    }),
  ]);
}

/** The four ways to serve four images: `start` and `ms` of each inference after its row's time zero. */
function drawFour(locale: Locale): string {
  const ways = [
    { name: { zh: '逐张处理', en: 'One by one' }, bars: [0, 6, 12, 18].map((at) => ({ at: 7.8 + at, ms: 6 })), done: 32.9, from: 0 },
    {
      name: { zh: '两块加速卡', en: 'Two accelerators' },
      bars: [0, 0, 6, 6].map((at) => ({ at: 7.8 + at, ms: 6 })),
      done: 20.9,
      from: 0,
    },
    { name: { zh: '四张并批', en: 'Batch of four' }, bars: [0, 1, 2, 3].map(() => ({ at: 7.8, ms: 9 })), done: 17.9, from: 0 },
    {
      name: { zh: '错开 7 ms', en: '7 ms apart' },
      bars: [0, 7, 14, 21].map((at) => ({ at: 7.8 + at, ms: 6 })),
      done: 35.9,
      from: 21,
    },
  ];
  const x = scale([0, 44], [132, 632]);
  const rowHeight = 66;
  const late = { zh: '超时', en: 'late' }[locale];
  const rows = ways.flatMap(({ name, bars, done, from }, row) => {
    const y = 10 + row * rowHeight;
    const deadline = from + DEADLINE_MS;
    const inTime = done <= deadline;
    return [
      write([0, y + 28], name[locale], { color: INK.navy, bold: true }),
      ...bars.map(({ at, ms }, i) => box({ x: x(at), y: y + i * 11, width: x(at + ms) - x(at) - 1, height: 9, fill: INK.graphite })),
      from > 0
        ? line(
            [
              [x(from), y - 4],
              [x(from), y + 48],
            ],
            { color: INK.steel, dash: '3 3' },
          )
        : '',
      line(
        [
          [x(deadline), y - 4],
          [x(deadline), y + 48],
        ],
        { color: INK.signal, width: 2.2 },
      ),
      dot([x(done), y + 38], 5.5, inTime ? INK.navy : INK.signal),
      write([x(done) + 10, y + 42], `${(done - from).toFixed(1)} ms${inTime ? '' : locale === 'zh' ? `，${late}` : `, ${late}`}`, {
        bold: true,
        color: inTime ? INK.navy : '#c63d0c',
        size: 11.5,
      }),
    ];
  });
  return drawing(308, [...timeAxis(x, 274, 44), ...rows]);
}

function timeAxis(x: (ms: number) => number, y: number, end: number): string[] {
  const ticks = Array.from({ length: Math.floor(end / 5) + 1 }, (_, i) => i * 5);
  return [
    line(
      [
        [x(0), y],
        [x(end), y],
      ],
      { color: INK.steel },
    ),
    ...ticks.flatMap((ms) => [
      line(
        [
          [x(ms), 6],
          [x(ms), y],
        ],
        { color: '#e1e7ec', width: 0.8 },
      ),
      write([x(ms), y + 16], `${ms}`, { anchor: 'middle', size: 11 }),
    ]),
    write([x(end), y + 30], 'ms', { anchor: 'end', size: 11 }),
  ];
}

/** Two schematic systems: same median, a short and a long tail. */
function drawTail(locale: Locale): string {
  const x = scale([12, 30], [74, 620]);
  const y = scale([1, 1e-6], [20, 190], { log: true });
  // P(later than t): one half at 14 ms, then exponential with a fast and a slow part.
  const later = (ms: number, slowShare: number): number =>
    Math.min(1, ms < 14 ? 1 - 0.5 * Math.exp((ms - 14) / 0.45) : 0.5 * ((1 - slowShare) * Math.exp((14 - ms) / 0.45) + slowShare * Math.exp((14 - ms) / 2.6)));
  const curve = (slowShare: number): Point[] =>
    Array.from({ length: 181 }, (_, i): Point => {
      const ms = 12 + i / 10;
      return [x(ms), y(Math.max(later(ms, slowShare), 1e-6))];
    }).filter(([, at]) => at < 189.9);
  const marks = { zh: ['全部', '1/10', '1/100', '1/1000', '万分之一', '十万分之一', '百万分之一'], en: ['all', '1 in 10', '1 in 100', '1 in 1,000', '1 in 10⁴', '1 in 10⁵', '1 in 10⁶'] }[locale];
  return drawing(232, [
    ...marks.flatMap((mark, power) => [
      line(
        [
          [74, y(10 ** -power)],
          [620, y(10 ** -power)],
        ],
        { color: '#dbe2e8', width: 0.8 },
      ),
      write([66, y(10 ** -power) + 4], mark, { anchor: 'end', size: 10.5 }),
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
    ...[12, 14, 16, 18, 20, 22, 24, 26, 28, 30].map((ms) => write([x(ms), 208], `${ms}`, { anchor: 'middle', size: 11 })),
    write([347, 226], { zh: '从曝光到阀门信号，ms', en: 'exposure to valve signal, ms' }[locale], { anchor: 'middle' }),
    write([x(20) + 8, 28], { zh: '截止线', en: 'deadline' }[locale], { color: '#c63d0c', bold: true }),
    write([x(15.6), 172], { zh: '安静的控制器', en: 'quiet controller' }[locale], { color: INK.navy, bold: true, anchor: 'middle' }),
    write([x(21.4), 110], { zh: '同时在存图、杀毒的控制器', en: 'controller that also saves and scans' }[locale], { bold: true }),
  ]);
}

/** Block diagram of the latency measurement. */
function drawSetup(locale: Locale): string {
  const say = {
    zh: { encoder: '编码器', trigger: '触发', camera: '相机', light: '闪光', controller: '边缘控制器', valve: '阀门', scope: '示波器', diode: '光电二极管', led: 'LED' },
    en: { encoder: 'Encoder', trigger: 'Trigger', camera: 'Camera', light: 'Flash', controller: 'Edge controller', valve: 'Valve', scope: 'Oscilloscope', diode: 'Photodiode', led: 'LED' },
  }[locale];
  const block = (x: number, y: number, width: number, text: string, fill: string = INK.mist): string =>
    box({ x, y, width, height: 40, fill, stroke: INK.steel, radius: 4 }) +
    write([x + width / 2, y + 24.5], text, { anchor: 'middle', color: fill === INK.navy ? '#fff' : INK.navy, bold: true });
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
