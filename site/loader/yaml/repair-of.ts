import type * as z from 'zod';

/** What a value of the wrong form was probably meant to be, as its schema (see `formattedText`) says. */
export function repairOf(issue: z.core.$ZodIssue | undefined, value: unknown): unknown {
  const repair: unknown = issue?.code === 'custom' ? issue.params?.['repair'] : undefined;
  if (typeof repair !== 'function') return undefined;
  return (repair as (value: unknown) => unknown)(typeof value === 'string' ? value.trim() : value);
}
