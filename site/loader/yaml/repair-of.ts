import type * as z from 'zod';

/** What a text of the wrong form was probably meant to be, as its schema (see `formattedText`) says. */
export function repairOf(issue: z.core.$ZodIssue | undefined, value: unknown): string | undefined {
  const repair: unknown = issue?.code === 'custom' ? issue.params?.['repair'] : undefined;
  if (typeof repair !== 'function' || typeof value !== 'string') return undefined;
  return (repair as (text: string) => string | undefined)(value.trim());
}
