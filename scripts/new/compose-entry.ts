import { basename, extname } from 'node:path';
import { stringify } from 'yaml';
import type * as z from 'zod';
import { LOCALES, type Locale } from '../../edge/contract/locale.ts';
import { exampleOf } from '../../site/loader/yaml/schema-at.ts';
import { yamlLine } from '../../site/loader/yaml/yaml-text.ts';
import { headSchemas } from '../../site/schemas/head-schemas.ts';
import { PictureSchema } from '../../site/schemas/picture-schema.ts';
import { SpecsSchema } from '../../site/schemas/specs-schema.ts';
import type { ContentFacts, NewEntry } from './new-entry.ts';
import { pageBody } from './page-body.ts';
import { placeholderCover } from './placeholder-cover.ts';
import { placeholderPdf } from './placeholder-pdf.ts';

/** The files of a new entry, by their names in its folder. */
export interface ComposedEntry {
  readonly texts: ReadonlyMap<string, string>;
  /** Path of the original by name. */
  readonly copies: ReadonlyMap<string, string>;
  /** Stand for something that is still to come. */
  readonly placeholders: readonly string[];
}

/** A draft of an entry that passes the check: every key its schema requires is there, to be written over. */
export function composeEntry(entry: NewEntry, facts: Pick<ContentFacts, 'forms'>): ComposedEntry {
  const texts = new Map<string, string>();
  const copies = new Map<string, string>();
  const placeholders = ['cover.svg'];
  const isGated = needsGate(entry.kind) || entry.files !== undefined || entry.form !== undefined;
  const hasFile = entry.files !== undefined || (isGated && needsFile(entry.kind));
  texts.set('cover.svg', placeholderCover());
  for (const locale of LOCALES) {
    const file = hasFile ? fileName(entry, locale) : undefined;
    const original = entry.files?.[locale];
    if (file && original) copies.set(file, original);
    else if (file && !texts.has(file)) {
      texts.set(file, placeholderPdf());
      placeholders.push(file);
    }
    const form = isGated ? (entry.form ?? facts.forms[0]) : undefined;
    const head = headLines(entry, { locale, file, form });
    texts.set(`${locale}.mdx`, `---\n${head.join('\n')}\n---\n\n${pageBody(entry, locale)}`);
  }
  if (entry.kind === 'products') texts.set('specs.yaml', specsText());
  return { texts, copies, placeholders };
}

/** Kinds whose pages end in a form. */
export function needsGate(kind: NewEntry['kind']): boolean {
  return requiredKeys(kind).includes('gate');
}

/** Kinds whose form stands before a file, and never before anything else. */
export function needsFile(kind: NewEntry['kind']): boolean {
  const shape: Readonly<Record<string, z.ZodType>> = HEADS[kind].shape;
  const gate = shape['gate'];
  return gate !== undefined && !gate.safeParse({ form: 'some-form' }).success;
}

const HEADS = headSchemas(PictureSchema);

const HINTS = {
  description: {
    zh: '一两句话写清读者能得到什么，用于列表、搜索引擎和分享卡片。',
    en: 'One or two sentences on what the reader gets, for lists, search engines and share cards.',
  },
  coverAlt: { zh: '题图待换', en: 'A cover that is still to be drawn' },
} as const;

interface PagePlan {
  readonly locale: Locale;
  readonly file: string | undefined;
  readonly form: string | undefined;
}

/** In the order of the schema, a line each; a key nobody was asked for shows an example of itself. */
function headLines(entry: NewEntry, { locale, file, form }: PagePlan): string[] {
  const { kind, title, description = HINTS.description, roles, stage, industries, family, day } = entry;
  const known: Record<string, unknown> = {
    title: title[locale],
    description: description[locale],
    draft: true,
    published: day,
    roles,
    stage,
    industries,
    cover: 'cover.svg',
    coverAlt: HINTS.coverAlt[locale],
    ...(family !== undefined && { family }),
    ...(form !== undefined && { gate: { form, ...(file !== undefined && { file }) } }),
  };
  const required = requiredKeys(kind);
  return Object.entries(HEADS[kind].shape).flatMap(([key, schema]) => {
    if (key in known) return [yamlLine([key], known[key])];
    return required.includes(key) ? [yamlLine([key], exampleOf(schema as z.ZodType))] : [];
  });
}

function requiredKeys(kind: NewEntry['kind']): string[] {
  return Object.entries(HEADS[kind].shape).flatMap(([key, schema]) =>
    (schema as z.ZodType).safeParse(undefined).success ? [] : [key],
  );
}

/** One file for both languages keeps one name. */
function fileName({ slug, files }: NewEntry, locale: Locale): string {
  if (!files) return `${slug}.pdf`;
  const ending = extname(basename(files[locale])).toLowerCase();
  return files.zh === files.en ? `${slug}${ending}` : `${slug}.${locale}${ending}`;
}

function specsText(): string {
  const { variants, groups } = exampleOf(SpecsSchema) as { variants: object[]; groups: { rows: object[] }[] };
  const filled = groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({ ...row, value: '…' })),
  }));
  return stringify({ variants, groups: filled }, { lineWidth: 0 });
}
