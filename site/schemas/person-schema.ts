import * as z from 'zod';
import { DateSchema } from './date-schema.ts';
import { EmailSchema } from './email-schema.ts';
import { IdSchema } from './id-schema.ts';
import { LeadWorkSchema } from './lead-work-schema.ts';
import { localized } from './localized.ts';
import { PhoneSchema } from './phone-schema.ts';
import { TextSchema } from './text-schema.ts';

/** `people/<id>.yaml`: someone who writes, owns leads or is shown as contact. */
export function personSchema<P extends z.ZodType>(picture: P) {
  return z.strictObject({
    /** The name, as visitors read it. Required. */
    name: localized(TextSchema),
    /** The position. Required. */
    title: localized(TextSchema),
    /** Where news about leads go; also shown as contact. Required. */
    email: EmailSchema,
    /** Telephone with country code. */
    phone: PhoneSchema.optional(),
    /** WeCom contact: an id, or the link behind the QR code. */
    wecom: TextSchema.max(200).optional(),
    /** The region this person looks after. Required. */
    territory: localized(TextSchema),
    /** A portrait, beside this file. */
    photo: picture.optional(),
    /** One or two sentences about the person. */
    about: localized(TextSchema).optional(),
    /** Which leads this person takes. Left out: none by themselves. */
    leads: LeadWorkSchema.optional(),
    /** The first day this person is no longer there: their leads move on. */
    left: DateSchema.optional(),
    /** Who takes over: the name of another file in `people/`. */
    successor: IdSchema.meta({ examples: ['lin-yue'] }).optional(),
  });
}
