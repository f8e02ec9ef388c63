import type { Locale } from '../../../edge/contract/locale.ts';
import { plainText, specText } from '../../../site/lib/spec-text.ts';
import type { SpecRow, Specs } from '../../../site/schemas/specs-schema.ts';
import { arrow, box, drawing, INK, line, write } from '../drawing.ts';
import type { Draw } from '../render-text.ts';

/** The drawings of a data pack, from the rows `size`, `supply`, `encoder`, `fieldbus` … of its table. */
export function dataPackFigures({
  name,
  specs,
}: {
  name: string;
  specs: Specs;
}): Readonly<Record<string, Draw>> {
  return {
    outline: (locale) => drawOutline(specs, locale),
    wiring: (locale) => drawWiring({ name, specs }, locale),
  };
}

interface Body {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}

/** Front and side of each size there is, all at one scale. */
function drawOutline(specs: Specs, locale: Locale): string {
  const bodies = bodiesOf(specs, locale);
  const gap = 46;
  const widest = bodies.reduce((sum, { width, depth }) => sum + width + depth, 0);
  const tallest = Math.max(...bodies.map(({ height }) => height));
  const scale = Math.min((600 - gap * (bodies.length * 2 - 1)) / widest, 190 / tallest);
  const floor = 40 + tallest * scale;
  let left = 30;
  const parts = bodies.flatMap((body) => {
    const [width, height, depth] = [body.width * scale, body.height * scale, body.depth * scale];
    const side = left + width + gap * 0.72;
    const drawn = [
      ...view({ x: left, floor, width, height, label: String(body.width) }),
      ...view({ x: side, floor, width: depth, height, label: String(body.depth) }),
      ...upright({ x: left - 12, floor, height, label: String(body.height) }),
      write([left, floor + 50], body.label, { color: INK.navy, bold: true }),
    ];
    left = side + depth + gap;
    return drawn;
  });
  return drawing(floor + 62, parts);
}

function bodiesOf(specs: Specs, locale: Locale): Body[] {
  const row = rowOf(specs, 'size');
  const sizes = specs.variants.map(({ id, name }) => ({
    label: plainText(name, locale),
    size: specText(row?.value ?? row?.values?.[id] ?? '', { locale }),
  }));
  return [...Map.groupBy(sizes, ({ size }) => size)].map(([size, holders]) => {
    const [width = 0, height = 0, depth = 0] = size.split('×').map(Number);
    return { label: holders.map(({ label }) => label).join(' · '), width, height, depth };
  });
}

interface View {
  readonly x: number;
  readonly floor: number;
  readonly width: number;
  readonly height: number;
  readonly label: string;
}

function view({ x, floor, width, height, label }: View): string[] {
  const y = floor + 16;
  return [
    box({ x, y: floor - height, width, height, fill: INK.mist, stroke: INK.navy, radius: 2 }),
    line(
      [
        [x + width / 2, floor - height - 8],
        [x + width / 2, floor + 8],
      ],
      { color: INK.steel, width: 0.8, dash: '8 3 2 3' },
    ),
    arrow([x + width / 2, y], [x, y], { width: 0.8 }),
    arrow([x + width / 2, y], [x + width, y], { width: 0.8 }),
    write([x + width / 2, y + 14], label, { anchor: 'middle', size: 10.5 }),
  ];
}

function upright({ x, floor, height, label }: Omit<View, 'width'>): string[] {
  const middle = floor - height / 2;
  return [
    arrow([x, middle], [x, floor], { width: 0.8 }),
    arrow([x, middle], [x, floor - height], { width: 0.8 }),
    `<g transform="rotate(-90 ${x - 5} ${middle})">${write([x - 5, middle], label, { anchor: 'middle', size: 10.5 })}</g>`,
  ];
}

const INPUTS = ['supply', 'encoder', 'air', 'camera-ports'];
const OUTPUTS = ['link', 'fieldbus', 'outputs', 'upstream'];

/** What goes in on the left, what comes out on the right. */
function drawWiring({ name, specs }: { name: string; specs: Specs }, locale: Locale): string {
  const [inputs, outputs] = [INPUTS, OUTPUTS].map((ids) => ids.flatMap((id) => rowOf(specs, id) ?? []));
  const step = 52;
  const count = Math.max(inputs?.length ?? 0, outputs?.length ?? 0);
  const height = count * step + 20;
  const side = (rows: readonly SpecRow[] = [], isInput: boolean): string[] =>
    rows.flatMap((row, index) => {
      const y = 10 + (height - 20) * ((index + 0.5) / rows.length);
      const x = isInput ? 0 : 452;
      const ends = isInput ? ([188, 232] as const) : ([408, 452] as const);
      return [
        box({ x, y: y - 19, width: 188, height: 38, fill: INK.paper, stroke: INK.steel, radius: 2 }),
        write([x + 10, y - 3], row.label[locale], { size: 10, color: INK.graphite }),
        write([x + 10, y + 12], valueOf(row, { specs, locale }), { size: 11.5, color: INK.navy, bold: true }),
        arrow([ends[0], y], [ends[1] - 1, y]),
      ];
    });
  return drawing(height, [
    box({ x: 232, y: 10, width: 176, height: height - 20, fill: INK.navy, radius: 3 }),
    box({ x: 232, y: 10, width: 4, height: height - 20, fill: INK.signal }),
    write([320, height / 2 + 6], name, { anchor: 'middle', color: '#fff', size: 18, bold: true }),
    ...side(inputs, true),
    ...side(outputs, false),
  ]);
}

function valueOf(
  { value, values, unit }: SpecRow,
  { specs, locale }: { specs: Specs; locale: Locale },
): string {
  const all = specs.variants.map(({ id }) => specText(value ?? values?.[id] ?? '–', { locale, unit }));
  return [...new Set(all)].join(' / ');
}

function rowOf({ groups }: Specs, id: string): SpecRow | undefined {
  return groups.flatMap(({ rows }) => rows).find((row) => row.id === id);
}
