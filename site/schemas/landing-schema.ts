import * as z from 'zod';
import { entryHead } from './entry-head.ts';
import { GateSchema } from './gate-schema.ts';

/** The head of `landing/<slug>/<locale>.mdx`: a campaign's page, without navigation and with one goal. */
export function landingSchema<P extends z.ZodType>(picture: P) {
  return z.strictObject({
    ...entryHead(picture),
    /** The goal: a form, and the file behind it. Required. */
    gate: GateSchema,
  });
}
