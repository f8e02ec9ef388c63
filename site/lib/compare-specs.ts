import type { Locale } from '../../edge/contract/locale.ts';
import type { SpecRow, Specs } from '../schemas/specs-schema.ts';
import { plainText, specText } from './spec-text.ts';

interface ComparedProduct {
  readonly slug: string;
  readonly name: string;
  readonly specs: Specs;
}

interface ComparedGroup {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly ComparedRow[];
}

interface ComparedRow {
  readonly id: string;
  readonly label: string;
  /** In the order of the products; undefined where one has no such row. */
  readonly cells: readonly (ComparedCell | undefined)[];
  /** Whether the products say different things. */
  readonly differs: boolean;
}

interface ComparedCell {
  readonly values: readonly ComparedValue[];
  /** What the values hold under: each product has its own. */
  readonly conditions: string | undefined;
}

/** A value, and the variants it holds for; none where it holds for all. */
interface ComparedValue {
  readonly variants: readonly string[];
  readonly text: string;
}

/** The tables of several products as one: rows with the same id stand side by side, in the order of the first. */
export function compareSpecs(products: readonly ComparedProduct[], locale: Locale): ComparedGroup[] {
  const groups = Map.groupBy(
    products.flatMap(({ specs }) => specs.groups),
    ({ id }) => id,
  );
  const placed = new Set<string>();
  return [...groups].flatMap(([id, parts]) => {
    const [first] = parts;
    const rows = parts
      .flatMap((part) => part.rows)
      .filter((row) => !placed.has(row.id) && placed.add(row.id));
    if (!first || rows.length === 0) return [];
    const label = first.label[locale];
    return [{ id, label, rows: rows.map((row) => comparedRow(row, { products, locale })) }];
  });
}

function comparedRow(
  row: SpecRow,
  { products, locale }: { products: readonly ComparedProduct[]; locale: Locale },
): ComparedRow {
  const cells = products.map((product) => {
    const own = product.specs.groups.flatMap(({ rows }) => rows).find(({ id }) => id === row.id);
    return own && { values: cellValues(own, { product, locale }), conditions: own.conditions?.[locale] };
  });
  const said = cells.map((cell) => JSON.stringify(cell));
  return { id: row.id, label: row.label[locale], cells, differs: new Set(said).size > 1 };
}

function cellValues(
  { value, values, unit }: SpecRow,
  { product, locale }: { product: ComparedProduct; locale: Locale },
): ComparedValue[] {
  if (value !== undefined) return [{ variants: [], text: specText(value, { locale, unit }) }];
  const told = product.specs.variants.flatMap(({ id, name }) => {
    const own = values?.[id];
    if (own === undefined) return [];
    return [
      { name: shortName(plainText(name, locale), product.name), text: specText(own, { locale, unit }) },
    ];
  });
  const byText = [...Map.groupBy(told, ({ text }) => text)];
  return byText.map(([text, holders]) => ({
    text,
    variants: byText.length > 1 ? holders.map(({ name }) => name) : [],
  }));
}

/** `LG-40 F3` is `F3` beside other variants of `LG-40`. */
function shortName(variant: string, product: string): string {
  const rest = variant.startsWith(product) ? variant.slice(product.length).replace(/^[\s/·-]+/, '') : '';
  return rest === '' ? variant : rest;
}
