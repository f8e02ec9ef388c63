import * as z from 'zod';
import { localized } from './localized.ts';
import { TextSchema } from './text-schema.ts';

/** `mails/confirmation.yaml`: tells the person who registered that it arrived, where the form stands before no file. */
export const ConfirmationMailSchema = z.strictObject({
  /** The subject line. Required. */
  subject: localized(TextSchema),
  /** The first line, e.g. `Hello {{name}},`. Required. */
  greeting: localized(TextSchema),
  /** What comes next; an empty line begins a new paragraph. Required. */
  body: localized(TextSchema),
  /** What stands at the end. */
  closing: localized(TextSchema).optional(),
});
