import * as z from 'zod';
import { localized } from './localized.ts';
import { TextSchema } from './text-schema.ts';

/** `mails/download.yaml`: brings the download link to the person who registered. */
export const DownloadMailSchema = z.strictObject({
  /** The subject line. Required. */
  subject: localized(TextSchema),
  /** The first line, e.g. `Hello {{name}},`. Required. */
  greeting: localized(TextSchema),
  /** What stands before the button; an empty line begins a new paragraph. Required. */
  body: localized(TextSchema),
  /** The text on the download button. Required. */
  button: localized(TextSchema),
  /** What stands after the button. */
  closing: localized(TextSchema).optional(),
});
