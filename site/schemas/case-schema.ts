import * as z from 'zod';
import { entryHead } from './entry-head.ts';
import { GateSchema } from './gate-schema.ts';

/** The head of `cases/<slug>/<locale>.mdx`. */
export function caseSchema<P extends z.ZodType>(picture: P) {
  return z.strictObject({
    ...entryHead(picture),
    /** A form, and the file behind it. */
    gate: GateSchema.optional(),
  });
}
