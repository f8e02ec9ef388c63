import * as z from 'zod';
import { localized } from './localized.ts';
import { TextSchema } from './text-schema.ts';

/** `mails/owner.yaml`: tells the owner of a lead about a registration. */
export const OwnerMailSchema = z.strictObject({
  /** The subject line. Required. */
  subject: localized(TextSchema),
  /** The first line, e.g. `Hello {{ownerName}},`. Required. */
  greeting: localized(TextSchema),
  /** What stands before the answers; an empty line begins a new paragraph. Required. */
  body: localized(TextSchema),
  /** The heading over the visitor's answers, which follow by themselves. Required. */
  answersTitle: localized(TextSchema),
  /** Further facts, one row each. */
  facts: z
    .array(
      z.strictObject({
        /** What the fact is called. Required. */
        label: localized(TextSchema),
        /** The fact, usually one placeholder such as `{{source}}`. Required. */
        value: TextSchema,
      }),
    )
    .default([]),
  /** What stands at the end. */
  closing: localized(TextSchema).optional(),
});
