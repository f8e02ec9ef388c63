import * as z from 'zod';
import { CORNERS, DENSITIES, FACES } from '../theme/choices.ts';
import { ColorSchema } from './color-schema.ts';

/**
 * `theme` of `site.yaml`: how the site looks. What is left out keeps the look of the house, or follows from what is
 * given: one brand colour is a theme.
 */
export const ThemeSchema = z.strictObject({
  /** Colours that are the same by day and by night. */
  colors: z
    .strictObject({
      /** Buttons and marks. */
      accent: ColorSchema.optional(),
      /** Words on the accent. Left out: dark or white, whichever reads better. */
      accentInk: ColorSchema.optional(),
      /** The bands at head and foot and behind large pictures; dark. */
      band: ColorSchema.optional(),
      /** Words on the bands. */
      bandInk: ColorSchema.optional(),
    })
    .default({}),
  /** Colours by day. */
  light: schemeSchema().default({}),
  /** Colours by night. */
  dark: schemeSchema().default({}),
  /** Faces; all of them are on the reader's device already. */
  type: z
    .strictObject({
      /** Running text: `sans`, `humanist` or `serif`. Default `sans`. */
      body: z.enum(FACES).default('sans'),
      /** Headings. Left out: as the text. */
      headings: z.enum(FACES).optional(),
    })
    .prefault({}),
  /** Room around things: `compact`, `normal` or `roomy`. Default `normal`. */
  space: z.enum(DENSITIES).default('normal'),
  /** Corners of buttons, fields, pictures and panels: `sharp`, `soft` or `round`. Default `sharp`. */
  corners: z.enum(CORNERS).default('sharp'),
});

export type Theme = z.output<typeof ThemeSchema>;

function schemeSchema() {
  return z.strictObject({
    /** The page. */
    paper: ColorSchema.optional(),
    /** What lies on it: forms, remarks. */
    sheet: ColorSchema.optional(),
    /** Words. */
    ink: ColorSchema.optional(),
    /** Links. */
    link: ColorSchema.optional(),
    /** Small words in the accent's hue. Left out: the accent, as much darker or lighter as reads well. */
    accentText: ColorSchema.optional(),
  });
}
