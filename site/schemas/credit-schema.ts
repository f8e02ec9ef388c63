import * as z from 'zod';
import { FieldNameSchema } from './field-name-schema.ts';
import { IdsSchema, RulesVersionSchema } from './rule-parts.ts';

const PartsSchema = z.number().min(0).max(100);

/** `rules/credit.yaml`: how a customer is shared whom marketing and sales both claim. */
export const CreditSchema = z.strictObject({
  /** Your number for these rules: count it up with every change. Required. */
  version: RulesVersionSchema,
  /** Whom sales has left alone for so many days is marketing’s. Default 90. */
  untouchedDays: z.int().min(1).max(3650).default(90),
  /** Within so many days marketing then has to get in touch. Default 14. */
  contactWithinDays: z.int().min(1).max(365).default(14),
  /** Parts each gets where both have a claim; 1 and 2, the default, make one third for marketing. */
  shared: z
    .strictObject({
      /** Required. */
      marketing: PartsSchema,
      /** Required. */
      sales: PartsSchema,
    })
    .refine(({ marketing, sales }) => marketing + sales > 0, {
      error: 'One of the two must get something.',
      when: ({ issues }) => issues.length === 0,
    })
    .default({ marketing: 1, sales: 2 }),
  /** The field that says what somebody does. Default `role`. */
  roleField: FieldNameSchema.default('role'),
  /** Answers to it, from those who decide most down; what stands in one list ranks alike. */
  ranks: z.array(IdsSchema).max(20).default([]),
});
