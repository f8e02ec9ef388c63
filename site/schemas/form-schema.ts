import * as z from 'zod';
import { ConsentSchema } from './consent-schema.ts';
import { FormFieldSchema } from './form-field-schema.ts';
import { localized } from './localized.ts';
import { TextSchema } from './text-schema.ts';

/** `forms/<id>.yaml`: one definition for the page, the server's checks and the export columns. */
export const FormSchema = z.strictObject({
  /** The questions, in the order shown; at least one required `email` or `mobile` among them. Required. */
  fields: z.array(FormFieldSchema).min(1).max(40),
  /** What visitors agree to; at least one of them required. Required. */
  consents: z.array(ConsentSchema).min(1).max(10),
  /** The text on the button. Required. */
  submit: localized(TextSchema),
  /** A form sent sooner than this is held back as spam. Seconds, default 2. */
  minSeconds: z.number().min(0).max(60).default(2),
  /** So many questions that need no answer are put to a returning visitor at a time. Default 1. */
  askAtOnce: z.int().min(0).max(5).default(1),
});
