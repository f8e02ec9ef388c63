import * as z from 'zod';
import { entryHead } from './entry-head.ts';
import { FileGateSchema } from './gate-schema.ts';
import { TextSchema } from './text-schema.ts';

/** The head of `whitepapers/<slug>/<locale>.mdx`: a paper that is read in part on its page and whole as a file. */
export function whitepaperSchema<P extends z.ZodType>(picture: P) {
  return z.strictObject({
    ...entryHead(picture),
    /** How many pages the file has. */
    pages: z.int().min(1).max(10_000).optional(),
    /** What the reader will learn: a few short lines. */
    learn: z.array(TextSchema).max(8).default([]),
    /** The form and the file behind it. Required. */
    gate: FileGateSchema,
  });
}
