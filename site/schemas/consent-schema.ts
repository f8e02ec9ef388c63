import * as z from 'zod';
import { formattedText } from './formatted-text.ts';
import { IdSchema } from './id-schema.ts';
import { localized } from './localized.ts';

/** One purpose a visitor agrees to, or not. The box is never ticked beforehand. */
export const ConsentSchema = z.strictObject({
  /** Short name in the records, e.g. `privacy`. Required, unique in the form. */
  id: IdSchema.meta({ examples: ['privacy'] }),
  /** The exact text beside the box; may hold one Markdown link. Required. */
  text: localized(
    formattedText({
      test: (value) => value !== '' && (value.match(LINK) ?? []).length <= 1,
      expects: 'A consent text holds words and at most one link.',
      example: '…',
    }),
  ),
  /** `true`: without it there is no download. Default `false`. */
  required: z.boolean().default(false),
  /** Change it whenever the text changes, e.g. `2026-11`. Required. */
  version: formattedText({
    test: (value) => /^[\w.-]{1,40}$/.test(value),
    expects: 'Use letters, digits, dots and hyphens.',
    example: '2026-11',
  }),
});

const LINK = /\[[^\]]*\]\([^)]*\)/g;
