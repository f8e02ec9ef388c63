import * as z from 'zod';
import { ConfirmationMailSchema } from './confirmation-mail-schema.ts';
import { DownloadMailSchema } from './download-mail-schema.ts';
import { OwnerMailSchema } from './owner-mail-schema.ts';

/** The texts of a mail; `id` tells which. */
export const MailEntrySchema = z.discriminatedUnion('id', [
  DownloadMailSchema.extend({
    /** To the person who registered for a file. */
    id: z.literal('download'),
  }),
  ConfirmationMailSchema.extend({
    /** To the person who registered for something else. */
    id: z.literal('confirmation'),
  }),
  OwnerMailSchema.extend({
    /** To the owner of the lead. */
    id: z.literal('owner'),
  }),
]);
