import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { Sources } from '../sources.ts';
import type { YamlSource } from '../yaml/parse-yaml.ts';
import { isBlock } from '../yaml/is-block.ts';
import type { Path } from '../yaml/path.ts';
import { pathText, yamlLine } from '../yaml/yaml-text.ts';
import { duplicates } from './duplicates.ts';

/** Each product has a specification table, and each table a value for each of its variants. */
export function checkSpecs({ pages, specs }: Sources, label: string): Issue[] {
  const products = new Set(pages.filter(({ kind }) => kind === 'products').map(({ id }) => id));
  const missing = [...products].filter((id) => !specs.has(id)).map((id) => missingTable(`${label}/${id}`));
  return [...missing, ...[...specs.values()].flatMap(({ yaml }) => checkTable(yaml))];
}

function missingTable(folder: string): Issue {
  return issueAt(
    { file: `${folder}/specs.yaml`, line: 1, column: 1 },
    {
      code: 'MissingFile',
      message: `There is no ${folder}/specs.yaml. It holds the specification table of the product.`,
      fix: [
        'variants: [{ id: standard, name: … }]',
        'groups:',
        '  - id: general',
        '    label: { zh: …, en: … }',
        '    rows: [{ id: weight, label: { zh: 重量, en: Weight }, unit: kg, value: 1 }]',
      ].join('\n'),
    },
  );
}

/** Read from the raw data, so that it holds beside other mistakes. */
function checkTable(yaml: YamlSource): Issue[] {
  const variants = itemsAt(yaml, ['variants']);
  const groups = itemsAt(yaml, ['groups']);
  const rows = groups.flatMap((group) => itemsAt(yaml, [...group, 'rows']));
  const idsAt = (paths: readonly Path[], key = 'id') => paths.map((path) => [...path, key]);
  const ids = [...new Set(idsAt(variants).flatMap((path) => yaml.text(path)?.trim() ?? []))];
  return [
    ...duplicates(yaml, idsAt(variants)),
    ...duplicates(yaml, idsAt(variants, 'orderCode')),
    ...duplicates(yaml, idsAt(groups)),
    ...duplicates(yaml, idsAt(rows)),
    ...rows.flatMap((row) => checkRow(yaml, { row, variants: ids })),
  ];
}

function checkRow(yaml: YamlSource, { row, variants }: { row: Path; variants: readonly string[] }): Issue[] {
  const written = yaml.get(row);
  if (!isBlock(written)) return [];
  const hasOne = Object.hasOwn(written, 'value');
  if (!Object.hasOwn(written, 'values')) return hasOne ? [] : [withoutValue(yaml, { row, variants })];
  if (hasOne) {
    const message = `${pathText(row)} has both value and values. Keep value where all variants have the same.`;
    return [issueAt(yaml.placeOfKey([...row, 'values']), { code: 'InvalidValue', message })];
  }
  const path = [...row, 'values'];
  const { values } = written;
  if (!isBlock(values) || variants.length === 0) return [];
  const unknown = Object.keys(values).filter((id) => !variants.includes(id));
  const meant = new Map(unknown.map((id) => [id, nearest(id, unnamed(variants, values))]));
  const misspelt = new Set(meant.values());
  return [
    ...unknown.map((id) => unknownVariant(yaml, { path: [...path, id], variants, meant: meant.get(id) })),
    ...unnamed(variants, values)
      .filter((id) => !misspelt.has(id))
      .map((id) => missingValue(yaml, { path, id })),
  ];
}

function withoutValue(
  yaml: YamlSource,
  { row, variants }: { row: Path; variants: readonly string[] },
): Issue {
  const perVariant = yamlLine(['values'], Object.fromEntries(variants.map((id) => [id, '…'])));
  const message = `${pathText(row)} has no value: it needs one for all variants, or one for each.`;
  const fix = variants.length > 1 ? `value: …\n${perVariant}` : 'value: …';
  return issueAt(yaml.placeOf(row), { code: 'MissingKey', message, hint: 'Write one of these lines:', fix });
}

function missingValue(yaml: YamlSource, { path, id }: { path: Path; id: string }): Issue {
  return issueAt(yaml.placeOf(path), {
    code: 'MissingKey',
    message: `${pathText(path)} has no value for the variant "${id}".`,
    hint: 'Where it has none, write a dash.',
    fix: yamlLine([id], '–'),
  });
}

interface Unknown {
  readonly path: Path;
  readonly variants: readonly string[];
  readonly meant: string | undefined;
}

function unknownVariant(yaml: YamlSource, { path, variants, meant }: Unknown): Issue {
  const raw = yaml.rawOf(path) ?? '';
  return issueAt(yaml.placeOfKey(path), {
    code: 'UnknownVariant',
    message: `${pathText(path.slice(0, -1))} names the variant "${String(path.at(-1))}", which is not listed under variants.`,
    ...(meant === undefined
      ? { hint: `Known: ${variants.join(', ')}.` }
      : {
          hint: `Did you mean "${meant}"?`,
          fix: `${meant}: ${raw === '' || raw.includes('\n') ? '…' : raw}`,
        }),
  });
}

function unnamed(variants: readonly string[], values: Readonly<Record<string, unknown>>): string[] {
  return variants.filter((id) => !Object.hasOwn(values, id));
}

function itemsAt(yaml: YamlSource, path: Path): Path[] {
  const value = yaml.get(path);
  return Array.isArray(value) ? value.map((_, index) => [...path, index]) : [];
}
