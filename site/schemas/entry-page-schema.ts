import * as z from 'zod';
import { LOCALES } from '../../edge/contract/locale.ts';
import { VARIANT_IDS } from '../../edge/contract/variants.ts';
import { ENTRY_STATES } from './entry-state.ts';
import { headSchemas } from './head-schemas.ts';
import { IdSchema } from './id-schema.ts';
import { SpecsSchema } from './specs-schema.ts';

/** What a page of the site gets to know about an entry in one language: its head, and what follows from it. */
export function entryPageSchema<P extends z.ZodType>(picture: P) {
  const heads = headSchemas(picture);
  return z.discriminatedUnion('kind', [
    heads.whitepapers.extend({ kind: z.literal('whitepapers'), ...SHAPE }),
    heads.cases.extend({ kind: z.literal('cases'), ...SHAPE }),
    heads.products.extend({ kind: z.literal('products'), ...SHAPE, ...SPECS }),
    heads.landing.extend({ kind: z.literal('landing'), ...SHAPE }),
    heads.articles.extend({ kind: z.literal('articles'), ...SHAPE }),
  ]);
}

const SPECS = {
  /** What `specs.yaml` says. */
  specs: SpecsSchema,
};

const SHAPE = {
  /** Who gets the leads of this entry. */
  owner: IdSchema,
  /** Entry id: kind folder and slug, e.g. `whitepapers/inline-gauging`. */
  entry: z.string(),
  /** The entry's part of the address. */
  slug: z.string(),
  /** Whether it is out today. */
  state: z.enum(ENTRY_STATES),
  /** The language of this page. */
  locale: z.enum(LOCALES),
  /** The gated file; null for an entry without one. */
  asset: z
    .strictObject({
      /** `<entry id>/<locale>`. */
      id: z.string(),
      /** Path of the clear file in the content folder; never published. */
      path: z.string(),
      /** The name the visitor's copy gets. */
      fileName: z.string(),
      /** Media type of the file. */
      mediaType: z.string(),
      /** Size in clear. */
      bytes: z.number(),
    })
    .nullable(),
  /** Which version of the page it is; null where there is one only. */
  variant: z.enum(VARIANT_IDS).nullable(),
  /** Blocks of the text, in their order, with checked props. */
  blocks: z.array(z.strictObject({ name: z.string(), props: z.record(z.string(), z.unknown()) })),
};
