import * as z from 'zod';
import { IdSchema } from './id-schema.ts';
import { localized } from './localized.ts';
import { SpecTextSchema, SpecValueSchema } from './spec-value-schema.ts';
import { TextSchema } from './text-schema.ts';

const VariantSchema = z.strictObject({
  /** What rows write under `values`. Required, unique. */
  id: IdSchema.meta({ examples: ['standard'] }),
  /** The head of its column, e.g. `LG-40 F3`. Required. */
  name: SpecTextSchema.meta({ examples: ['LG-40 F3'] }),
  /** What purchasing writes into the order, e.g. `NL-LG40-F3`. */
  orderCode: TextSchema.optional(),
  /** What sets it apart, in a few words. */
  note: localized(TextSchema).optional(),
});

const RowSchema = z.strictObject({
  /** The same in all products that have this row, so that a comparison can put them side by side. Required, unique. */
  id: IdSchema.meta({ examples: ['range'] }),
  /** What is told. Required. */
  label: localized(TextSchema),
  /** The unit of all values of the row. */
  unit: SpecTextSchema.optional(),
  /** The value of all variants. Either this or `values`. */
  value: SpecValueSchema.optional(),
  /** One value for each variant, by its id. */
  values: z
    .record(z.string(), SpecValueSchema)
    .meta({ examples: [{ standard: 0.5 }] })
    .optional(),
  /** What the value holds under, e.g. `at 25 °C`. */
  conditions: localized(TextSchema).optional(),
});

const GroupSchema = z.strictObject({
  /** The same in all products that have this group. Required, unique. */
  id: IdSchema.meta({ examples: ['measuring'] }),
  /** The heading of the group. Required. */
  label: localized(TextSchema),
  /** Its rows, in order. Required. */
  rows: z.array(RowSchema).min(1).max(60),
});

/** `products/<slug>/specs.yaml`: the specification table of a product, shared by its pages in all languages. */
export const SpecsSchema = z.strictObject({
  /** The columns: what can be ordered. Required, at least one. */
  variants: z.array(VariantSchema).min(1).max(8),
  /** The rows, in groups. Required. */
  groups: z.array(GroupSchema).min(1).max(20),
  /** A remark under the table. */
  note: localized(TextSchema).optional(),
});

export type Specs = z.output<typeof SpecsSchema>;
export type SpecGroup = z.output<typeof GroupSchema>;
export type SpecRow = z.output<typeof RowSchema>;
