import * as z from 'zod';
import { entryHead } from './entry-head.ts';
import { EventSchema } from './event-schema.ts';
import { GateSchema } from './gate-schema.ts';
import { VariantsSchema } from './variants-schema.ts';

/** The head of `landing/<slug>/<locale>.mdx`: a campaign's page, without navigation and with one goal. */
export function landingSchema<P extends z.ZodType>(picture: P) {
  return z.strictObject({
    ...entryHead(picture),
    /** The webinar, open day or fair the page is about. */
    event: EventSchema.optional(),
    /** How many of a hundred visitors see its other versions. Left out: all alike. The same in both languages. */
    variants: VariantsSchema.optional(),
    /** The goal: a form, and the file behind it, if there is one. Required. */
    gate: GateSchema,
  });
}
