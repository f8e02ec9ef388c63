import * as z from 'zod';
import { DateSchema } from './date-schema.ts';
import { GateSchema } from './gate-schema.ts';
import { IdSchema } from './id-schema.ts';
import { TextSchema } from './text-schema.ts';

/** How far a reader is on the way to buying: learning, comparing, choosing. */
const STAGES = ['awareness', 'consideration', 'decision'] as const;

/**
 * The head of `whitepapers/<slug>/<locale>.mdx`. `picture` is the field for the cover: a checked file name for
 * the loader, Astro's `image()` for the pages.
 */
export function whitepaperSchema<P extends z.ZodType>(picture: P) {
  return z.strictObject({
    /** The title of the page and of the paper. Required. */
    title: TextSchema.meta({ examples: ['Inline gauging without stopping the line'] }),
    /** One or two sentences for lists, search engines and share cards. Required. */
    description: TextSchema,
    /** The day it came out, `2026-10-12`. Required, the same in both languages. */
    published: DateSchema,
    /** Who wrote it: the name of a file in `people/`. */
    author: IdSchema.meta({ examples: ['lin-yue'] }).optional(),
    /** Who gets its leads: the name of a file in `people/`. Left out: `leads.owner` of `site.yaml`. */
    owner: IdSchema.meta({ examples: ['lin-yue'] }).optional(),
    /** For whom: one or more ids of `roles` in `site.yaml`. Required. */
    roles: z.array(IdSchema.meta({ examples: ['engineering'] })).min(1),
    /** How far the reader is: `awareness`, `consideration` or `decision`. Required. */
    stage: z.enum(STAGES),
    /** For which industries: one or more ids of `industries` in `site.yaml`. Required. */
    industries: z.array(IdSchema.meta({ examples: ['battery'] })).min(1),
    /** How many pages the file has. */
    pages: z.int().min(1).max(10_000).optional(),
    /** The picture for lists and the page head, beside this page. Required. */
    cover: picture,
    /** What the picture shows, for people who can't see it. Required. */
    coverAlt: TextSchema,
    /** What the reader will learn: a few short lines. */
    learn: z.array(TextSchema).max(8).default([]),
    /** Slugs of other white papers to read next. */
    related: z.array(IdSchema).max(4).default([]),
    /** The form and the file behind it. Required. */
    gate: GateSchema,
  });
}
