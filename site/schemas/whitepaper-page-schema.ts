import * as z from 'zod';
import { LOCALES } from '../../edge/contract/locale.ts';
import { IdSchema } from './id-schema.ts';
import { whitepaperSchema } from './whitepaper-schema.ts';

/** What a page of the site gets to know about a white paper in one language: its head, and what follows from it. */
export function whitepaperPageSchema<P extends z.ZodType>(picture: P) {
  return whitepaperSchema(picture).extend({
    /** Who gets the leads of this paper. */
    owner: IdSchema,
    /** Entry id: kind folder and slug, e.g. `whitepapers/inline-gauging`. */
    entry: z.string(),
    /** The entry's part of the address. */
    slug: z.string(),
    /** The language of this page. */
    locale: z.enum(LOCALES),
    /** The gated file. */
    asset: z.strictObject({
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
    }),
  });
}
