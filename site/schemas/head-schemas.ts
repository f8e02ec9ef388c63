import type * as z from 'zod';
import { articleSchema } from './article-schema.ts';
import { caseSchema } from './case-schema.ts';
import type { Kind } from './kinds.ts';
import { productSchema } from './product-schema.ts';
import { whitepaperSchema } from './whitepaper-schema.ts';

/** The schema of a page's head, by kind. */
export function headSchemas<P extends z.ZodType>(picture: P) {
  return {
    whitepapers: whitepaperSchema(picture),
    cases: caseSchema(picture),
    products: productSchema(picture),
    articles: articleSchema(picture),
  } satisfies Record<Kind, z.ZodObject>;
}
