import type * as z from 'zod';
import type { MailTemplateId } from '../../edge/contract/catalogue.ts';
import type { Locale } from '../../edge/contract/locale.ts';
import { ChannelsSchema } from '../schemas/channels-schema.ts';
import { ConfirmationMailSchema } from '../schemas/confirmation-mail-schema.ts';
import { CreditSchema } from '../schemas/credit-schema.ts';
import { DownloadMailSchema } from '../schemas/download-mail-schema.ts';
import { FormSchema } from '../schemas/form-schema.ts';
import { headSchemas } from '../schemas/head-schemas.ts';
import { landingVariantSchema } from '../schemas/landing-variant-schema.ts';
import { OwnerMailSchema } from '../schemas/owner-mail-schema.ts';
import { personSchema } from '../schemas/person-schema.ts';
import { PictureSchema } from '../schemas/picture-schema.ts';
import { RoutingSchema } from '../schemas/routing-schema.ts';
import { ScoringSchema } from '../schemas/scoring-schema.ts';
import { SpecsSchema } from '../schemas/specs-schema.ts';
import { siteSchema } from '../schemas/site-schema.ts';
import type { Head, MailTexts, VariantHead } from './content.ts';
import type { FileKind } from './folder/classify-file.ts';
import type { ContentFolder } from './folder/content-folder.ts';
import { decodeText } from './folder/decode-text.ts';
import { issueAt } from './issues/issue.ts';
import { renderCached } from './mdx/render-cached.ts';
import type { TextCache } from './mdx/render-cached.ts';
import { readLegalTexts } from './read-legal-texts.ts';
import type { PageSource, Source, Sources, VariantSource } from './sources.ts';
import { splitPage } from './split-page.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { validate } from './yaml/validate.ts';

interface Reading {
  readonly kinds: ReadonlyMap<string, FileKind>;
  readonly cache: TextCache;
}

type PageKind = Extract<FileKind, { kind: 'page' }>;
type VariantKind = Extract<FileKind, { kind: 'variant' }>;

/** Reads every YAML and MDX file of a folder at once and checks each by itself. */
export async function readSources(folder: ContentFolder, { kinds, cache }: Reading): Promise<Sources> {
  const readAll = <S extends z.ZodType>(wanted: FileKind['kind'], schema: (id: string) => S) =>
    Promise.all(
      [...kinds].flatMap(([path, kind]) => {
        if (kind.kind !== wanted) return [];
        const id = 'id' in kind ? kind.id : wanted;
        return [readYaml(folder, { id, path, schema: schema(id) })];
      }),
    );
  const [site, forms, people, mails, specs, channels, scoring, routing, credit, pages, variants] =
    await Promise.all([
      readAll('site', () => SITE),
      readAll('form', () => FormSchema),
      readAll('person', () => PERSON),
      readAll('mail', (id) => MAILS[id as MailTemplateId]),
      readAll('specs', () => SpecsSchema),
      readAll('channels', () => ChannelsSchema),
      readAll('scoring', () => ScoringSchema),
      readAll('routing', () => RoutingSchema),
      readAll('credit', () => CreditSchema),
      readPages(folder, { kinds, cache }),
      readVariants(folder, { kinds, cache }),
    ]);
  return {
    site: site[0] ?? null,
    legal: site[0] ? readLegalTexts(site[0]) : [],
    forms: byId(forms),
    people: byId(people),
    mails: byId(mails as Source<MailTexts[MailTemplateId]>[]) as Sources['mails'],
    specs: byId(specs),
    channels: channels[0] ?? null,
    scoring: scoring[0] ?? null,
    routing: routing[0] ?? null,
    credit: credit[0] ?? null,
    pages: pages.toSorted(byPath),
    variants: variants.toSorted(byPath),
  };
}

const SITE = siteSchema(PictureSchema);
const PERSON = personSchema(PictureSchema);
const HEADS = headSchemas(PictureSchema);
const VARIANT_HEAD: z.ZodType<VariantHead> = landingVariantSchema(PictureSchema);
const MAILS: Readonly<Record<MailTemplateId, z.ZodType>> = {
  download: DownloadMailSchema,
  confirmation: ConfirmationMailSchema,
  owner: OwnerMailSchema,
};

async function readYaml<S extends z.ZodType>(
  folder: ContentFolder,
  { id, path, schema }: { id: string; path: string; schema: S },
): Promise<Source<z.output<S>>> {
  const file = `${folder.label}/${path}`;
  const { text, issues: encoding } = decodeText(await folder.read(path), file);
  const yaml = parseYaml({ file, text });
  if (text.trim() === '') {
    const empty = issueAt({ file, line: 1, column: 1 }, { code: 'EmptyFile', message: 'The file is empty.' });
    return { id, path, yaml, value: null, issues: [empty] };
  }
  if (encoding.length > 0) return { id, path, yaml, value: null, issues: encoding };
  return { id, path, yaml, ...validate(yaml, schema) };
}

function readPages(folder: ContentFolder, { kinds, cache }: Reading): Promise<PageSource[]> {
  const pages = [...kinds].filter((file): file is [string, PageKind] => file[1].kind === 'page');
  return Promise.all(
    pages.map(async ([path, { entryKind, slug, locale }]) => {
      const schema: z.ZodType<Head> = HEADS[entryKind];
      const page = await readPage(folder, { path, locale, schema, cache });
      return { id: `${entryKind}/${slug}`, kind: entryKind, slug, locale, ...page };
    }),
  );
}

function readVariants(folder: ContentFolder, { kinds, cache }: Reading): Promise<VariantSource[]> {
  const variants = [...kinds].filter((file): file is [string, VariantKind] => file[1].kind === 'variant');
  return Promise.all(
    variants.map(async ([path, { slug, locale, variant }]) => {
      const page = await readPage(folder, { path, locale, schema: VARIANT_HEAD, cache });
      return { id: `landing/${slug}`, kind: 'landing', locale, variant, ...page };
    }),
  );
}

async function readPage<T>(
  folder: ContentFolder,
  { path, locale, schema, cache }: { path: string; locale: Locale; schema: z.ZodType<T>; cache: TextCache },
): Promise<Omit<Source<T>, 'id'> & Pick<PageSource, 'text'>> {
  const file = `${folder.label}/${path}`;
  const { text, issues: encoding } = decodeText(await folder.read(path), file);
  const { head, headLine, body, issues: split } = splitPage(text, file);
  const yaml = parseYaml({ file, text: head ?? '', firstLine: headLine });
  const checked = head === null ? { value: null, issues: [] } : validate(yaml, schema);
  const rendered = await renderCached({ file, text: body, locale }, cache);
  const issues = encoding.length > 0 ? encoding : [...split, ...checked.issues, ...rendered.issues];
  return { path, yaml, text: rendered, value: issues.length > 0 ? null : checked.value, issues };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

function byId<T>(sources: readonly Source<T>[]): ReadonlyMap<string, Source<T>> {
  return new Map(sources.map((source) => [source.id, source]));
}
