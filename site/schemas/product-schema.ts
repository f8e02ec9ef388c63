import * as z from 'zod';
import { entryHead } from './entry-head.ts';
import { GateSchema } from './gate-schema.ts';
import { IdSchema } from './id-schema.ts';
import { TextSchema } from './text-schema.ts';

/** The head of `products/<slug>/<locale>.mdx`; the figures of the product are in `specs.yaml` beside it. */
export function productSchema<P extends z.ZodType>(picture: P) {
  return z.strictObject({
    ...entryHead(picture),
    /** The name on the nameplate, e.g. `LG-40`. Required, the same in both languages. */
    name: TextSchema.max(40).meta({ examples: ['LG-40'] }),
    /** Where it belongs: an id of `families` in `site.yaml`. Required, the same in both languages. */
    family: IdSchema.meta({ examples: ['gauges'] }),
    /** The figures that speak for it, large at the head of the page: up to four. */
    highlights: z
      .array(
        z.strictObject({
          /** The figure with its unit. Required. */
          value: TextSchema,
          /** What it says. Required. */
          label: TextSchema,
        }),
      )
      .max(4)
      .default([]),
    /** What it is used for: a few short lines. */
    uses: z.array(TextSchema).max(8).default([]),
    /** What comes with it: a few short lines. */
    delivery: z.array(TextSchema).max(12).default([]),
    /** A form, and the file behind it, if there is one: the data pack. */
    gate: GateSchema.optional(),
  });
}
