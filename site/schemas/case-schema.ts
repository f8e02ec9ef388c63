import * as z from 'zod';
import { entryHead } from './entry-head.ts';
import { GateSchema } from './gate-schema.ts';
import { IdSchema } from './id-schema.ts';
import { TextSchema } from './text-schema.ts';

/** The head of `cases/<slug>/<locale>.mdx`: whose line it was, what was wrong with it, and what became of it. */
export function caseSchema<P extends z.ZodType>(picture: P) {
  return z.strictObject({
    ...entryHead(picture),
    /** Whose case it is, as visitors read it: a name, or a description that gives none away. Required. */
    customer: TextSchema.meta({ examples: ['A coater in East China'] }),
    /** Our products at work there: folder names in `products/`. The same in both languages. */
    products: z
      .array(IdSchema.meta({ examples: ['lg-40'] }))
      .max(4)
      .default([]),
    /** What was wrong, in one or two sentences. Required. */
    challenge: TextSchema,
    /** What came of it, in one or two sentences. Required. */
    result: TextSchema,
    /** The result in figures, large: one to four. Required. */
    figures: z
      .array(
        z.strictObject({
          /** The figure with its unit. Required. */
          value: TextSchema,
          /** What it says. Required. */
          label: TextSchema,
        }),
      )
      .min(1)
      .max(4),
    /** A form, and the file behind it, if there is one. */
    gate: GateSchema.optional(),
  });
}
