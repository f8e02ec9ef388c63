import * as z from 'zod';
import { LOCALES } from '../../edge/contract/locale.ts';
import { headSchemas } from './head-schemas.ts';
import { IdSchema } from './id-schema.ts';

/** What a page of the site gets to know about an entry in one language: its head, and what follows from it. */
export function entryPageSchema<P extends z.ZodType>(picture: P) {
  const heads = headSchemas(picture);
  return z.discriminatedUnion('kind', [
    heads.whitepapers.extend({ kind: z.literal('whitepapers'), ...SHAPE }),
    heads.cases.extend({ kind: z.literal('cases'), ...SHAPE }),
    heads.products.extend({ kind: z.literal('products'), ...SHAPE }),
    heads.articles.extend({ kind: z.literal('articles'), ...SHAPE }),
  ]);
}

const SHAPE = {
  /** Who gets the leads of this entry. */
  owner: IdSchema,
  /** Entry id: kind folder and slug, e.g. `whitepapers/inline-gauging`. */
  entry: z.string(),
  /** The entry's part of the address. */
  slug: z.string(),
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
};
