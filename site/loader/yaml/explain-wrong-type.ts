import * as z from 'zod';
import type { Explanation } from '../issues/issue.ts';
import type { Path } from './path.ts';
import { repairOf } from './repair-of.ts';
import { exampleOf, isLocalized } from './schema-at.ts';
import { pathText, yamlLine } from './yaml-text.ts';

interface WrongType {
  readonly path: Path;
  readonly value: unknown;
  /** What zod expected: `string`, `array`, `object` … */
  readonly expected: string;
  readonly schema: z.core.$ZodType | undefined;
}

/** Explains a value of the wrong kind, and how the same value is written rightly. */
export function explainWrongType({ path, value, expected, schema }: WrongType): Explanation {
  const subject = pathText(path) || 'The file';
  const fixed = asExpected(value, { expected, schema });
  if (isLocalized(schema) && typeof value === 'string') {
    const message = `${subject} needs one text for each language, Chinese (zh) and English (en).`;
    return { code: 'WrongType', message, fix: yamlLine(path, fixed) };
  }
  const message = `${subject} must be ${KINDS[expected] ?? expected}, but it is ${kindOf(value)}.`;
  if (path.length === 0) return { code: 'WrongType', message, hint: 'Write lines like "title: Some text".' };
  return { code: 'WrongType', message, fix: yamlLine(path, fixed ?? exampleOf(schema)) };
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a block of keys',
  record: 'a block of keys',
};

function asExpected(
  value: unknown,
  { expected, schema }: { expected: string; schema: z.core.$ZodType | undefined },
): unknown {
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  if (expected === 'string' && isPlain) return asText(String(value), schema);
  if (expected === 'array' && (isPlain || typeof value === 'string')) return [value];
  if (typeof value !== 'string') return undefined;
  if (expected === 'object' && isLocalized(schema)) {
    return /\p{Script=Han}/u.test(value) ? { zh: value, en: '…' } : { zh: '…', en: value };
  }
  if (expected === 'boolean') return BOOLEANS[value.trim().toLowerCase()];
  const isNumber = (expected === 'number' || expected === 'int') && /^\d+$/.test(value.trim());
  return isNumber ? Number(value) : undefined;
}

/** The value in quotes, in the form its schema wants where that is known. */
function asText(text: string, schema: z.core.$ZodType | undefined): string {
  const result = schema instanceof z.ZodType ? schema.safeParse(text) : undefined;
  const repaired = repairOf(result?.error?.issues[0], text);
  return typeof repaired === 'string' ? repaired : text;
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
  yes: true,
  on: true,
  true: true,
  是: true,
  no: false,
  off: false,
  false: false,
  否: false,
};

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a block of keys';
  if (typeof value === 'string') return `the text "${value.trim().slice(0, 40)}"`;
  return typeof value === 'number' ? `the number ${value}` : JSON.stringify(value);
}
