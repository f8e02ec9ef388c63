import * as z from 'zod';
import type { DayRange } from '../../edge/contract/lead/routing-rules.ts';
import { DateSchema } from './date-schema.ts';

/** One day, or several: `2026-10-01`, `{ from: 2026-10-01, to: 2026-10-07 }`. */
export const DayRangeSchema = z.union(
  [
    DateSchema,
    z
      .strictObject({
        /** The first day. Required. */
        from: DateSchema,
        /** The last day. Required. */
        to: DateSchema,
      })
      .refine(({ from, to }) => from <= to, {
        error: 'The last day comes before the first.',
        when: ({ issues }) => issues.length === 0,
      }),
  ],
  { error: 'Write a day, or { from: …, to: … }.' },
);

export function dayRangeOf(days: z.output<typeof DayRangeSchema>): DayRange {
  return typeof days === 'string' ? { from: days, to: days } : days;
}
