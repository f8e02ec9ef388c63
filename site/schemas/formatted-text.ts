import * as z from 'zod';

interface Format {
  readonly test: (value: string) => boolean;
  /** What is expected, as the second sentence of an error: "Use …". */
  readonly expects: string;
  /** A value that passes, shown where the key is missing. */
  readonly example: string;
  /** What was probably meant; must pass `test` to be shown. */
  readonly repair?: (value: string) => string | undefined;
}

/** A text of a certain form, whose error can say what was probably meant (see `explainSchemaIssue`). */
export function formattedText({ test, expects, example, repair }: Format) {
  const params = {
    repair: (value: string) => {
      const repaired = repair?.(value);
      return repaired !== undefined && test(repaired) ? repaired : undefined;
    },
  };
  return z
    .string()
    .trim()
    .refine(test, { error: expects, params })
    .meta({ examples: [example] });
}
