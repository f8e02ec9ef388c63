import type { Locale } from '../../../edge/contract/locale.ts';
import { INK, box, dot, drawing, line, scale, write } from '../drawing.ts';

export const imageToRejectFigures: Readonly<Record<string, (locale: Locale) => string>> = {
  gantt: drawGantt,
  four: drawFour,
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
    const bar = box({
      x: x(start),
      y,
      width: Math.max(x(start + ms) - x(start), 2.5),
      height: 17,
      fill: ms > 5 ? INK.navy : INK.graphite,
    });
    start += ms;
    return [
      write([0, y + 13], name[locale], { color: INK.navy }),
      bar,
      write([x(start) + 6, y + 13], ms.toFixed(1), { size: 11 }),
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
    {
      name: { zh: '逐张处理', en: 'One by one' },
      bars: [0, 6, 12, 18].map((at) => ({ at: 7.8 + at, ms: 6 })),
      done: 32.9,
      from: 0,
    },
    {
      name: { zh: '两块加速卡', en: 'Two accelerators' },
      bars: [0, 0, 6, 6].map((at) => ({ at: 7.8 + at, ms: 6 })),
      done: 20.9,
      from: 0,
    },
    {
      name: { zh: '四张并批', en: 'Batch of four' },
      bars: [0, 1, 2, 3].map(() => ({ at: 7.8, ms: 9 })),
      done: 17.9,
      from: 0,
    },
    {
      name: { zh: '错开 7 ms', en: '7 ms apart' },
      bars: [0, 7, 14, 21].map((at) => ({ at: 7.8 + at, ms: 6 })),
      done: 35.9,
      from: 21,
    },
  ];
  const x = scale([0, 50], [132, 632]);
  const rowHeight = 66;
  const late = { zh: '超时', en: 'late' }[locale];
  const rows = ways.flatMap(({ name, bars, done, from }, row) => {
    const y = 10 + row * rowHeight;
    const deadline = from + DEADLINE_MS;
    const inTime = done <= deadline;
    const labelX = Math.max(x(done), inTime ? x(deadline) : 0) + 10;
    return [
      write([0, y + 28], name[locale], { color: INK.navy, bold: true }),
      ...bars.map(({ at, ms }, i) =>
        box({ x: x(at), y: y + i * 11, width: x(at + ms) - x(at) - 1, height: 9, fill: INK.graphite }),
      ),
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
      write(
        [labelX, y + 42],
        `${(done - from).toFixed(1)} ms${inTime ? '' : locale === 'zh' ? `，${late}` : `, ${late}`}`,
        {
          bold: true,
          color: inTime ? INK.navy : '#c63d0c',
          size: 11.5,
        },
      ),
    ];
  });
  return drawing(308, [...timeAxis(x, 274, 50), ...rows]);
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
