import * as z from 'zod';
import { LOCALES } from '../../edge/contract/locale.ts';
import { DayRangeSchema } from './day-range-schema.ts';
import { IdSchema } from './id-schema.ts';
import { IdsSchema } from './rule-parts.ts';

/** Which leads a person takes, and how many. */
export const LeadWorkSchema = z.strictObject({
  /** Ids of `territories` in `rules/routing.yaml`; the hours of the first are theirs. Required. */
  territories: IdsSchema,
  /** Industries they know: ids of `site.yaml`. */
  industries: z.array(IdSchema).max(50).default([]),
  /** Families of products they know: ids of `site.yaml`. */
  families: z.array(IdSchema).max(50).default([]),
  /** Languages they speak: `zh`, `en`. Default both. */
  languages: z
    .array(z.enum(LOCALES))
    .min(1)
    .default([...LOCALES]),
  /** Experience: 1 beginner, 2 settled, 3 who leads. Default 2. */
  level: z.int().min(1).max(3).default(2),
  /** The most leads they hold that are neither won nor lost. Default 50. */
  maxOpen: z.int().min(1).max(100_000).default(50),
  /** The most leads they are given on one day. Default 10. */
  maxPerDay: z.int().min(1).max(10_000).default(10),
  /** The most leads they may take out of the pool by hand on one day. Default 5. */
  maxClaimsPerDay: z.int().min(0).max(10_000).default(5),
  /** Days off, one by one or from – to. */
  away: z.array(DayRangeSchema).max(100).default([]),
  /** Who is told when they let a lead lie: another file in `people/`. Left out: the keeper of the territory. */
  reportsTo: IdSchema.meta({ examples: ['lin-yue'] }).optional(),
});
