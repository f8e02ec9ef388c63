import * as z from 'zod';
import { formattedText } from './formatted-text.ts';
import { IdSchema } from './id-schema.ts';
import { TextSchema } from './text-schema.ts';

const FileSchema = formattedText({
  test: (value) => /^[^/\\:*?"<>|\p{Cc}]+\.[A-Za-z0-9]+$/u.test(value) && !value.startsWith('.'),
  expects: 'Name a file in the same folder as the page.',
  example: 'paper.en.pdf',
  repair: (value) => value.replace(/^.*[/\\]/, ''),
});

const FileNameSchema = formattedText({
  test: (value) => /^[^/\\:*?"<>|\p{Cc}\p{Cf}]{1,200}$/u.test(value) && !value.startsWith('.'),
  expects: 'A file name can’t hold / \\ : * ? " < > | and has at most 200 characters.',
  example: 'Paper.pdf',
  repair: (value) => value.replace(/[/\\:*?"<>|\p{Cc}\p{Cf}]+/gu, ' – ').replace(/\s+/g, ' '),
});

/** What stands before the file, and the file itself. */
export const FileGateSchema = z.strictObject({
  /** The form to fill in: the name of a file in `forms/`, without `.yaml`. Required. */
  form: IdSchema,
  /** The gated file, beside this page. Required. */
  file: FileSchema,
  /** The name the visitor's copy gets, in any script. Left out: the name of `file`. */
  fileName: FileNameSchema.optional(),
});

/** A form, and what comes after it: a file, or somebody who gets in touch. */
export const GateSchema = z
  .strictObject({
    /** The form to fill in: the name of a file in `forms/`, without `.yaml`. Required. */
    form: IdSchema,
    /** The gated file, beside this page. Left out: the form asks for something else, e.g. a seat or an answer. */
    file: FileSchema.optional(),
    /** The name the visitor's copy gets, in any script. Left out: the name of `file`. */
    fileName: FileNameSchema.optional(),
    /** Without a file: what happens next, said when the form is sent and in the confirmation. Left out: stock words. */
    thanks: TextSchema.max(300).optional(),
  })
  .superRefine(({ file, fileName, thanks }, context) => {
    const explain = (key: 'fileName' | 'thanks', message: string): void =>
      context.addIssue({ code: 'custom', path: [key], message });
    if (fileName !== undefined && file === undefined)
      explain('fileName', 'It names a file, but there is none.');
    if (thanks !== undefined && file !== undefined)
      explain('thanks', 'Where there is a file, visitors are led to it. Delete one of the two.');
  });
