import type * as z from 'zod';
import { landingSchema } from './landing-schema.ts';

/** What a variant of a landing page says in its own words; all else is the page's. */
export const VARIANT_KEYS = ['title', 'description', 'cover', 'coverAlt'] as const;

/** The head of `landing/<slug>/<locale>.b.mdx`: what it leaves out is as in `<locale>.mdx`. */
export function landingVariantSchema<P extends z.ZodType>(picture: P) {
  return landingSchema(picture).partial();
}
