import * as z from 'zod';
import { DownloadMailSchema } from './download-mail-schema.ts';
import { OwnerMailSchema } from './owner-mail-schema.ts';

/** The texts of a mail; `id` tells which. */
export const MailEntrySchema = z.discriminatedUnion('id', [
  DownloadMailSchema.extend({
    /** To the person who registered. */
    id: z.literal('download'),
  }),
  OwnerMailSchema.extend({
    /** To the owner of the lead. */
    id: z.literal('owner'),
  }),
]);
