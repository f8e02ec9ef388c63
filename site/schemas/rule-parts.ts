import * as z from 'zod';
import { LOCALES } from '../../edge/contract/locale.ts';
import { CountrySchema, SubdivisionSchema } from './country-schema.ts';
import { FieldNameSchema } from './field-name-schema.ts';
import { IdSchema } from './id-schema.ts';
import { TextSchema } from './text-schema.ts';

/** Texts of which one must fit; `*` stands for any characters. */
export const PatternsSchema = z.array(TextSchema.max(200)).min(1).max(200);

/** Ids of which one must be it. */
export const IdsSchema = z
  .array(IdSchema)
  .min(1)
  .max(100)
  .meta({ examples: [['some-id']] });

/** Your number for a set of rules. */
export const RulesVersionSchema = z.int().min(1).max(999_999);

/** The parts of conditions that ask who somebody is. */
export const WHO_PARTS = {
  /** Answers by field: `{ role: [management, purchasing] }`; `*` stands for any characters, a tick is `"yes"` or `"no"`. */
  answers: z.record(FieldNameSchema, PatternsSchema).optional(),
  /** Countries by their two letters, e.g. `[DE, AT]`. */
  country: z.array(CountrySchema).min(1).max(200).optional(),
  /** Regions within countries, e.g. `[CN-JS, CN-SH]`. */
  region: z.array(SubdivisionSchema).min(1).max(200).optional(),
  /** What stands after the @, e.g. `["*.edu"]`. */
  mailDomain: PatternsSchema.optional(),
  /** The language of the page they registered on: `zh`, `en`. */
  language: z.array(z.enum(LOCALES)).min(1).optional(),
  /** Industries of the entries they registered for: ids of `site.yaml`. */
  industry: IdsSchema.optional(),
};

/** What examples say of somebody. */
export const EXAMPLE_PERSON = {
  /** What it shows, in a few words. Required, unique. */
  name: TextSchema.max(120).meta({ examples: ['Buyer who compares'] }),
  /** Their answers by field: `{ role: purchasing }`. */
  answers: z.record(FieldNameSchema, z.union([TextSchema, z.array(TextSchema)])).default({}),
  /** What stands after the @ of their address. */
  mailDomain: TextSchema.toLowerCase().optional(),
  /** Their country, by its two letters. */
  country: CountrySchema.optional(),
  /** Their region, e.g. `CN-JS`. */
  region: SubdivisionSchema.optional(),
  /** The language of the page they registered on. */
  language: z.enum(LOCALES).optional(),
  /** Industries of what they registered for. */
  industries: z.array(IdSchema).default([]),
  /** Forms they sent. */
  forms: z.array(IdSchema).default([]),
};

/** A condition that asks for nothing would always hold. */
export function asksForSomething<S extends z.ZodType<object>>(schema: S, parts: string) {
  return schema.refine((condition) => Object.values(condition).some((part) => part !== undefined), {
    error: `Ask for something: ${parts}.`,
    when: ({ issues }) => issues.length === 0,
  });
}
