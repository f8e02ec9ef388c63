import type * as z from 'zod';
import type { Explanation, Place } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { explainWrongType } from './explain-wrong-type.ts';
import type { YamlSource } from './parse-yaml.ts';
import type { Path } from './path.ts';
import { repairOf } from './repair-of.ts';
import { exampleOf, isLocalized, knownKeys, schemaAt } from './schema-at.ts';
import { pathText, quoteYaml, yamlLine } from './yaml-text.ts';

interface Context {
  readonly schema: z.ZodType;
  readonly source: Pick<YamlSource, 'placeOf' | 'placeOfKey' | 'rawOf'>;
  readonly data: unknown;
}

interface Finding {
  /** The path it is about, as text, to tell each path once. */
  readonly path: string;
  readonly place: Place;
  readonly explanation: Explanation;
  /** The missing key that this misspelt key was meant to be. */
  readonly replaces?: string | undefined;
}

/** Turns one zod issue into what is wrong, where, and the corrected line. */
export function explainSchemaIssue(issue: z.core.$ZodIssue, context: Context): Finding[] {
  const { source, data } = context;
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key], context));
  const value = valueAt(data, path);
  if (value === undefined) return [missingKey(path, context)];
  if (value === null || value === '') return [emptyValue(path, context)];
  const branch = meantBranch(issue, value);
  if (branch) {
    return branch.flatMap((inner) =>
      explainSchemaIssue({ ...inner, path: [...path, ...inner.path] }, context),
    );
  }
  const explanation = explainValue(issue, { value, context });
  return [{ path: pathText(path), place: source.placeOf(path), explanation }];
}

/** Of a block that fits no member of a union: the complaints of the member it comes closest to. */
function meantBranch(issue: z.core.$ZodIssue, value: unknown): readonly z.core.$ZodIssue[] | undefined {
  if (issue.code !== 'invalid_union' || !isObject(value) || Object.keys(value).length === 0) return undefined;
  const blocks = issue.errors.filter((branch) => branch.every(isNotOfAnotherKind));
  return blocks.toSorted((a, b) => weight(a) - weight(b))[0];
}

function isNotOfAnotherKind({ code, path }: z.core.$ZodIssue): boolean {
  return code !== 'invalid_type' || path.length > 0;
}

/** A key too many counts as much as one that is missing. */
function weight(branch: readonly z.core.$ZodIssue[]): number {
  return branch.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}

function explainValue(
  issue: z.core.$ZodIssue,
  { value, context }: { value: unknown; context: Context },
): Explanation {
  const { path } = issue;
  if (issue.code === 'invalid_type') {
    const schema = schemaAt(context.schema, { path, data: context.data });
    return explainWrongType({ path, value, expected: issue.expected, schema });
  }
  if (issue.code === 'invalid_value') return wrongChoice(path, { value, choices: issue.values.map(String) });
  if (issue.code === 'invalid_union' && 'options' in issue) {
    return wrongChoice(path, { value, choices: (issue.options ?? []).map(String) });
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    return { code: 'InvalidValue', message: `${pathText(path)} ${limitText(issue)}.` };
  }
  const repaired = repairOf(issue, value);
  if (issue.code === 'invalid_union') {
    const example = exampleOf(schemaAt(context.schema, { path, data: context.data }));
    const message = `${pathText(path)} is ${shown(value)}. ${issue.message}`;
    return { code: 'WrongType', message, fix: yamlLine(path, example) };
  }
  return {
    code: 'InvalidValue',
    message: `${pathText(path) || 'The file'} is ${shown(value)}. ${issue.message}`,
    ...(repaired !== undefined && { hint: 'Did you mean this?', fix: yamlLine(path, repaired) }),
  };
}

function unknownKey(path: Path, context: Context): Finding {
  const { schema, source, data } = context;
  const comma = commaInFlow(path, context);
  if (comma) return { path: pathText(path), place: source.placeOfKey(path), explanation: comma };
  const parent = path.slice(0, -1);
  const key = String(path.at(-1));
  const keys = knownKeys(schemaAt(schema, { path: parent, data }));
  const present = valueAt(data, parent);
  const free = keys.filter((known) => !isObject(present) || !Object.hasOwn(present, known));
  const meant = nearest(key, free);
  const where = parent.length > 0 ? ` in ${pathText(parent)}` : '';
  return {
    path: pathText(path),
    place: source.placeOfKey(path),
    explanation: {
      code: 'UnknownKey',
      message: `There is no key "${key}"${where}.`,
      ...(meant === undefined
        ? { hint: keys.length > 0 ? `Known keys here: ${keys.join(', ')}.` : undefined }
        : { hint: `Did you mean "${meant}"?`, fix: `${meant}: ${shortRaw(source.rawOf(path))}` }),
    },
    replaces: meant === undefined ? undefined : pathText([...parent, meant]),
  };
}

/** `{ zh: …, en: One, two }` reads as three keys: the text was cut at its comma. */
function commaInFlow(path: Path, { source, data }: Context): Explanation | undefined {
  const parent = path.slice(0, -1);
  const key = String(path.at(-1));
  const siblings = valueAt(data, parent);
  if (valueAt(data, path) !== null || !isObject(siblings) || !source.rawOf(parent)?.startsWith('{'))
    return undefined;
  const keys = Object.keys(siblings);
  const cut = keys[keys.indexOf(key) - 1];
  if (cut === undefined || typeof siblings[cut] !== 'string') return undefined;
  return {
    code: 'UnknownKey',
    message: `The text of ${pathText([...parent, cut])} ends at its comma. Between { and } a text with a comma stands in quotes.`,
    fix: `${cut}: ${quoteYaml(`${siblings[cut]}, ${key}`)}`,
  };
}

function missingKey(path: Path, { schema, source, data }: Context): Finding {
  const parent = path.slice(0, -1);
  const key = String(path.at(-1) ?? '');
  const place = source.placeOf(parent);
  const siblings = valueAt(data, parent);
  if (isLocalized(schemaAt(schema, { path: parent, data })) && isObject(siblings)) {
    const language = key === 'zh' ? 'Chinese (zh)' : 'English (en)';
    const message = `${pathText(parent)} has no ${language} text. Everything visitors read is there in both languages.`;
    const fix = yamlLine(parent, bothTexts(siblings));
    return { path: pathText(path), place, explanation: { code: 'MissingTranslation', message, fix } };
  }
  const example = exampleOf(schemaAt(schema, { path, data }));
  const message = `${pathText(path)} is missing.`;
  return {
    path: pathText(path),
    place,
    explanation: { code: 'MissingKey', message, fix: yamlLine(path, example) },
  };
}

function emptyValue(path: Path, { schema, source, data }: Context): Finding {
  const parent = path.slice(0, -1);
  const siblings = valueAt(data, parent);
  const isOneLanguage = isLocalized(schemaAt(schema, { path: parent, data })) && isObject(siblings);
  const fix = isOneLanguage
    ? yamlLine(parent, bothTexts(siblings))
    : yamlLine(path, exampleOf(schemaAt(schema, { path, data })));
  return {
    path: pathText(path),
    place: source.placeOf(path),
    explanation: {
      code: 'EmptyValue',
      message: `${pathText(path)} has no value.`,
      fix,
    },
  };
}

function bothTexts({ zh, en }: Record<string, unknown>): { zh: string; en: string } {
  return { zh: shortText(zh) || '…', en: shortText(en) || '…' };
}

function wrongChoice(
  path: Path,
  { value, choices }: { value: unknown; choices: readonly string[] },
): Explanation {
  const meant = nearest(String(value), choices);
  const told = choices.length <= 12 || meant === undefined ? ` It can be ${choices.join(', ')}.` : '';
  return {
    code: 'InvalidValue',
    message: `${pathText(path)} is ${shown(value)}.${told}`,
    ...(meant !== undefined && { hint: `Did you mean "${meant}"?`, fix: yamlLine(path, meant) }),
  };
}

function limitText(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): string {
  const isSmall = issue.code === 'too_small';
  const limit = String(isSmall ? issue.minimum : issue.maximum);
  const bound = isSmall ? 'at least' : 'at most';
  if (issue.origin === 'string') return `takes ${bound} ${limit} characters`;
  if (issue.origin === 'array') return `takes ${bound} ${limit} item${limit === '1' ? '' : 's'}`;
  return `must be ${bound} ${limit}`;
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    return isObject(value) && Object.hasOwn(value, key) ? value[key as string] : undefined;
  }, data);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `"${shortText(value)}"` : JSON.stringify(value).slice(0, 60);
}

function shortText(value: unknown): string {
  if (typeof value !== 'string') return '…';
  const line = value.trim().replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

function shortRaw(raw: string | undefined): string {
  return raw === undefined || raw === '' || raw.includes('\n') || raw.length > 80 ? '…' : raw;
}
