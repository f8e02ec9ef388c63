import type { Locale } from '../../edge/contract/locale.ts';
import { plainText, specText } from '../../site/lib/spec-text.ts';
import type { SpecGroup, Specs } from '../../site/schemas/specs-schema.ts';
import { WORDS } from './words.ts';

interface DataPack {
  readonly locale: Locale;
  readonly name: string;
  readonly description: string;
  readonly highlights: readonly { readonly value: string; readonly label: string }[];
  readonly delivery: readonly string[];
  readonly specs: Specs;
  /** What only this product's pack says, in Markdown; stands before ordering. */
  readonly notes: string;
}

/** The text of a data pack in Markdown: what it can do, its tables, drawings, notes and order codes. */
export function dataPackText({
  locale,
  name,
  description,
  highlights,
  delivery,
  specs,
  notes,
}: DataPack): string {
  const glance = highlights.map(({ value, label }) => `> - **${value}** ${label}`);
  const remark = specs.note ? [specs.note[locale]] : [];
  const codes = specs.variants.map(({ name: variant, orderCode = '–', note }) => [
    plainText(variant, locale),
    note?.[locale] ?? '–',
    orderCode,
  ]);
  return [
    `> **${name}**\n>\n> ${description}\n>\n${glance.join('\n')}`,
    `## ${WORDS.specs[locale]}`,
    ...specs.groups.flatMap((group) => [`### ${group.label[locale]}`, groupTable(group, { specs, locale })]),
    ...remark,
    `## ${WORDS.drawings[locale]}`,
    `![${WORDS.outline[locale]}](figure:outline)`,
    `![${WORDS.wiring[locale]}](figure:wiring)`,
    notes.trim(),
    `## ${WORDS.ordering[locale]}`,
    table([WORDS.model[locale], WORDS.what[locale], WORDS.orderCode[locale]], codes),
    `### ${WORDS.delivery[locale]}`,
    delivery.map((line) => `- ${line}`).join('\n'),
  ].join('\n\n');
}

function groupTable({ rows }: SpecGroup, { specs, locale }: { specs: Specs; locale: Locale }): string {
  const { variants } = specs;
  const heads = ['', ...variants.map(({ name }) => plainText(name, locale))];
  const body = rows.map(({ label, unit, value, values, conditions }) => [
    conditions ? `${label[locale]} *${conditions[locale]}*` : label[locale],
    ...variants.map(({ id }) => specText(value ?? values?.[id] ?? '–', { locale, unit })),
  ]);
  return table(heads, body);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
