import * as z from 'zod';
import { formattedText } from './formatted-text.ts';
import { IdSchema } from './id-schema.ts';

/** What stands before the file, and the file itself. */
export const GateSchema = z.strictObject({
  /** The form to fill in: the name of a file in `forms/`, without `.yaml`. Required. */
  form: IdSchema,
  /** The gated file, beside this page. Required. */
  file: formattedText({
    test: (value) => /^[^/\\:*?"<>|\p{Cc}]+\.[A-Za-z0-9]+$/u.test(value) && !value.startsWith('.'),
    expects: 'Name a file in the same folder as the page.',
    example: 'paper.en.pdf',
    repair: (value) => value.replace(/^.*[/\\]/, ''),
  }),
  /** The name the visitor's copy gets, in any script. Left out: the name of `file`. */
  fileName: formattedText({
    test: (value) => /^[^/\\:*?"<>|\p{Cc}\p{Cf}]{1,200}$/u.test(value) && !value.startsWith('.'),
    expects: 'A file name can’t hold / \\ : * ? " < > | and has at most 200 characters.',
    example: 'Paper.pdf',
    repair: (value) => value.replace(/[/\\:*?"<>|\p{Cc}\p{Cf}]+/gu, ' – ').replace(/\s+/g, ' '),
  }).optional(),
});
