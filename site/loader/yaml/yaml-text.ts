import { stringify } from 'yaml';
import type { Path } from './path.ts';

/** One line of YAML that sets `path` to `value`, from the last list item on: `gate: { form: whitepaper }`. */
export function yamlLine(path: Path, value: unknown): string {
  const keys = path.slice(path.findLastIndex((key) => typeof key === 'number') + 1);
  const [first, ...rest] = keys;
  if (first === undefined) return yamlValue(value);
  const nested = rest.reduceRight<unknown>((inner, key) => ({ [String(key)]: inner }), value);
  return `${String(first)}: ${yamlValue(nested)}`;
}

/** `value` as YAML on one line, quoted only where it must be. */
function yamlValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlValue).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, item]) => `${key}: ${yamlValue(item)}`);
    return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : '{}';
  }
  if (typeof value === 'string' && /\{\{|[,[\]{}]/.test(value)) return quoteYaml(value);
  return stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd();
}

/** `text` in quotes, single ones where that needs no escapes. */
export function quoteYaml(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

/** `gate.form`, `fields[2].type`, as messages name a place in the data. */
export function pathText(path: Path): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      return index === 0 ? String(key) : `.${String(key)}`;
    })
    .join('');
}
