import * as z from 'zod';
import { localized } from './localized.ts';

/** A text that is the same in every language: figures, units, order codes, names of standards. */
const SharedTextSchema = z
  .string()
  .trim()
  .min(1)
  .refine((value) => !/\p{Script=Han}/u.test(value), {
    error: 'Words that visitors read are there once per language.',
    params: { repair: (value: string) => ({ zh: value, en: '…' }) },
  });

/** One text for all languages, or one for each. */
export const SpecTextSchema = z.union([SharedTextSchema, localized(z.string().trim().min(1))], {
  error: 'Write a text, or one per language: { zh: …, en: … }.',
});

/** Numbers with two ends, or with one: at least, at most. */
export const SpecRangeSchema = z
  .strictObject({
    /** The lower end. Left out: no more than `to`. */
    from: z.number().optional(),
    /** The upper end. Left out: no less than `from`. */
    to: z.number().optional(),
  })
  .refine(({ from, to }) => from !== undefined || to !== undefined, {
    error: 'Give from, to or both.',
    // A block without either is no range at all: the union takes it for one of its other members.
    abort: true,
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    error: 'from must be less than to.',
    params: { repair: ({ from, to }: { from: number; to: number }) => ({ from: to, to: from }) },
  });

/** What stands in one cell of a specification table, without its unit. */
export const SpecValueSchema = z
  .union([z.number(), z.boolean(), ...SpecTextSchema.options, SpecRangeSchema], {
    error: 'Write a number, a text in quotes, true or false, { from: …, to: … } or { zh: …, en: … }.',
  })
  .meta({ examples: [0.5] });

export type SpecText = z.output<typeof SpecTextSchema>;
export type SpecRange = z.output<typeof SpecRangeSchema>;
export type SpecValue = z.output<typeof SpecValueSchema>;
