import { join } from 'node:path';
import type * as z from 'zod';
import { format, resolveConfig } from 'prettier';
import { ConfirmationMailSchema } from '../../site/schemas/confirmation-mail-schema.ts';
import { ChannelsSchema } from '../../site/schemas/channels-schema.ts';
import { CreditSchema } from '../../site/schemas/credit-schema.ts';
import { DownloadMailSchema } from '../../site/schemas/download-mail-schema.ts';
import { FormSchema } from '../../site/schemas/form-schema.ts';
import { headSchemas } from '../../site/schemas/head-schemas.ts';
import { type Kind, KINDS } from '../../site/schemas/kinds.ts';
import { OwnerMailSchema } from '../../site/schemas/owner-mail-schema.ts';
import { personSchema } from '../../site/schemas/person-schema.ts';
import { PictureSchema } from '../../site/schemas/picture-schema.ts';
import { RoutingSchema } from '../../site/schemas/routing-schema.ts';
import { ScoringSchema } from '../../site/schemas/scoring-schema.ts';
import { siteSchema } from '../../site/schemas/site-schema.ts';
import { SpecsSchema } from '../../site/schemas/specs-schema.ts';
import { ROOT_FOLDER } from '../lib/run-command.ts';
import { readDocComments } from './doc-comments.ts';
import { editorSchema } from './editor-schema.ts';

interface EditorSchema {
  readonly name: string;
  readonly schema: z.ZodType;
  /** In `site/schemas/`. */
  readonly source: string;
}

const HEADS = headSchemas(PictureSchema);

const HEAD_SOURCES: Readonly<Record<Kind, string>> = {
  whitepapers: 'whitepaper-schema.ts',
  cases: 'case-schema.ts',
  products: 'product-schema.ts',
  landing: 'landing-schema.ts',
  articles: 'article-schema.ts',
};

const SCHEMAS: readonly EditorSchema[] = [
  { name: 'site', schema: siteSchema(PictureSchema), source: 'site-schema.ts' },
  { name: 'form', schema: FormSchema, source: 'form-schema.ts' },
  { name: 'person', schema: personSchema(PictureSchema), source: 'person-schema.ts' },
  { name: 'mail-download', schema: DownloadMailSchema, source: 'download-mail-schema.ts' },
  {
    name: 'mail-confirmation',
    schema: ConfirmationMailSchema,
    source: 'confirmation-mail-schema.ts',
  },
  { name: 'mail-owner', schema: OwnerMailSchema, source: 'owner-mail-schema.ts' },
  { name: 'specs', schema: SpecsSchema, source: 'specs-schema.ts' },
  { name: 'channels', schema: ChannelsSchema, source: 'channels-schema.ts' },
  { name: 'scoring', schema: ScoringSchema, source: 'scoring-schema.ts' },
  { name: 'routing', schema: RoutingSchema, source: 'routing-schema.ts' },
  { name: 'credit', schema: CreditSchema, source: 'credit-schema.ts' },
  ...KINDS.map((kind) => ({ name: `head-${kind}`, schema: HEADS[kind], source: HEAD_SOURCES[kind] })),
];

/** Where the files are, from the project's root. */
export const SCHEMA_FOLDER = '.vscode/schemas';

/** The JSON Schemas as they are committed, by their path from the project's root. */
export async function editorFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { name, schema, source } of SCHEMAS) {
    const documented = await readDocComments(join(ROOT_FOLDER, 'site/schemas', source));
    const path = `${SCHEMA_FOLDER}/${name}.json`;
    const config = await resolveConfig(join(ROOT_FOLDER, path));
    const text = JSON.stringify(editorSchema(schema, documented));
    files.set(path, await format(text, { ...config, parser: 'json' }));
  }
  return files;
}
