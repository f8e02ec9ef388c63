import * as z from 'zod';
import { localized } from './localized.ts';
import { TextSchema } from './text-schema.ts';

/** The texts and the picture of the home page. */
export function homeSchema<P extends z.ZodType>(picture: P) {
  return z.strictObject({
    /** The headline. Required. */
    title: localized(TextSchema),
    /** The paragraph under it. Required. */
    lead: localized(TextSchema),
    /** The large picture, beside `site.yaml`. */
    picture: picture.optional(),
    /** What the picture shows, for people who can't see it. Needed with `picture`. */
    pictureAlt: localized(TextSchema).optional(),
    /** Figures that speak for the company. */
    proofs: z
      .array(
        z.strictObject({
          /** The figure with its unit. Required. */
          value: localized(TextSchema),
          /** What it says. Required. */
          label: localized(TextSchema),
        }),
      )
      .max(6)
      .default([]),
    /** The section with the newest cases. Left out: the words of the list of cases. */
    cases: SectionSchema.optional(),
    /** The section with the families of products. Left out: the words of the list of products. */
    products: SectionSchema.optional(),
    /** The section with the newest white papers. Required. */
    papers: SectionSchema,
    /** The section with the industries. */
    industries: SectionSchema.optional(),
    /** The section with the newest articles. Left out: the words of the list of articles. */
    articles: SectionSchema.optional(),
    /** The last section: what a reader could do next. */
    closing: z
      .strictObject({
        /** Its heading. Required. */
        title: localized(TextSchema),
        /** Its text. Required. */
        text: localized(TextSchema),
      })
      .optional(),
  });
}

const SectionSchema = z.strictObject({
  /** Its heading. Required. */
  title: localized(TextSchema),
  /** The sentence under it. */
  lead: localized(TextSchema).optional(),
});
