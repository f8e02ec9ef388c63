import * as z from 'zod';
import { DateSchema } from './date-schema.ts';
import { EntryIdSchema } from './entry-id-schema.ts';
import { IdSchema } from './id-schema.ts';
import { TextSchema } from './text-schema.ts';

/** How far a reader is on the way to buying: learning, comparing, choosing. */
export const STAGES = ['awareness', 'consideration', 'decision'] as const;

/**
 * The keys that the head of every entry has, whatever its kind. `picture` is the field for the cover: a checked
 * file name for the loader, Astro's `image()` for the pages.
 */
export function entryHead<P extends z.ZodType>(picture: P) {
  return {
    /** The title of the page. Required. */
    title: TextSchema.meta({ examples: ['Inline gauging without stopping the line'] }),
    /** One or two sentences for lists, search engines and share cards. Required. */
    description: TextSchema,
    /** True while it is written: only `npm run dev` shows it. The same in both languages. */
    draft: z.boolean().default(false),
    /** The day it comes out, `2026-10-12`; before that day it waits. Required, the same in both languages. */
    published: DateSchema,
    /** The day it was last changed in a way that matters to readers. */
    updated: DateSchema.optional(),
    /** The last day it is offered; after it, the page leads on to `successor`. The same in both languages. */
    expires: DateSchema.optional(),
    /** The entry that takes its place, written as in `related`. Left out: the list of its kind. */
    successor: EntryIdSchema.optional(),
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
    /** The family of products it is about, an id of `families` in `site.yaml`: its leads are of that line. */
    family: IdSchema.meta({ examples: ['gauges'] }).optional(),
    /** The picture for lists and the page head, beside this page. Required. */
    cover: picture,
    /** What the picture shows, for people who can't see it. Required. */
    coverAlt: TextSchema,
    /** Other entries to read next: folder names, with the kind before those of another, e.g. `cases/foil-coater`. */
    related: z.array(EntryIdSchema).max(4).default([]),
  };
}
