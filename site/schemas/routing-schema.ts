import * as z from 'zod';
import { GRADES } from '../../edge/contract/lead/lead-facts.ts';
import { ROUTE_FILTERS, SLA_CLOCKS, WEEKDAYS } from '../../edge/contract/lead/routing-rules.ts';
import { CountrySchema, SubdivisionSchema } from './country-schema.ts';
import { DateSchema } from './date-schema.ts';
import { DayRangeSchema } from './day-range-schema.ts';
import { IdSchema } from './id-schema.ts';
import { localized } from './localized.ts';
import {
  asksForSomething,
  EXAMPLE_PERSON,
  IdsSchema,
  PatternsSchema,
  RulesVersionSchema,
  WHO_PARTS,
} from './rule-parts.ts';
import { TextSchema } from './text-schema.ts';
import { TimeOfDaySchema } from './time-of-day-schema.ts';
import { TimeZoneSchema } from './time-zone-schema.ts';

const PlaceSchema = asksForSomething(
  z.strictObject({
    /** Countries by their two letters, e.g. `[DE, AT]`. */
    country: z.array(CountrySchema).min(1).max(200).optional(),
    /** Regions within countries, e.g. `[CN-JS, CN-SH]`. */
    region: z.array(SubdivisionSchema).min(1).max(200).optional(),
    /** What stands after the @, e.g. `["*.de"]`: for visitors whose place is not known. */
    mailDomain: PatternsSchema.optional(),
  }),
  'country, region or mailDomain',
);

const CalendarSchema = z.strictObject({
  /** What territories call it. Required, unique. */
  id: IdSchema.meta({ examples: ['china'] }),
  /** Whose clocks hold: continent and city. Required. */
  timeZone: TimeZoneSchema,
  /** Days that are worked. Default Monday to Friday. */
  days: z.array(z.enum(WEEKDAYS)).min(1).default(['mon', 'tue', 'wed', 'thu', 'fri']),
  /** When work begins. Default `9:00`. */
  from: TimeOfDaySchema.default('9:00'),
  /** When it ends. Default `18:00`. */
  to: TimeOfDaySchema.default('18:00'),
  /** Days off, one by one or from – to. */
  holidays: z.array(DayRangeSchema).max(400).default([]),
  /** Days that are worked all the same, such as the Sunday before a long holiday. */
  workdays: z.array(DateSchema).max(400).default([]),
});

const TerritorySchema = z.strictObject({
  /** What `people/` and explanations call it. Required, unique. */
  id: IdSchema.meta({ examples: ['east-china'] }),
  /** What people read. Required. */
  name: localized(TextSchema.max(60)),
  /** Conditions of which one must hold; of several territories the first that fits is taken. Required. */
  where: z
    .array(PlaceSchema)
    .min(1)
    .max(40)
    .meta({ examples: [[{ country: ['DE'] }]] }),
  /** The `id` of the calendar that holds there. Required. */
  calendar: IdSchema.meta({ examples: ['china'] }),
  /** Who looks after leads of this territory that nobody could take: a file in `people/`. Required. */
  keeper: IdSchema.meta({ examples: ['lin-yue'] }),
});

const ConditionSchema = asksForSomething(
  z.strictObject({
    ...WHO_PARTS,
    /** Forms they sent. */
    form: IdsSchema.optional(),
    /** Entries they registered for, e.g. `[whitepapers/*]`. */
    entry: PatternsSchema.optional(),
    /** The product line of the lead: families of products, or `general`. */
    family: IdsSchema.optional(),
    /** Grades by `scoring.yaml`: `hot`, `warm`, `cold`. */
    grade: z.array(z.enum(GRADES)).min(1).optional(),
    /** Channels, as `channels.yaml` calls them. */
    channel: PatternsSchema.optional(),
    /** Sources, as `channels.yaml` calls them. */
    source: PatternsSchema.optional(),
  }),
  'answers, form, entry, family, industry, country, region, mailDomain, language, grade, channel or source',
);

const ConditionsSchema = z
  .array(ConditionSchema)
  .min(1)
  .max(40)
  .meta({ examples: [[{ form: ['engineer'] }]] });

const RuleSchema = z.strictObject({
  /** What explanations call it. Required, unique. */
  id: IdSchema.meta({ examples: ['questions'] }),
  /** What people read where a decision is explained. Required. */
  name: localized(TextSchema.max(120)),
  /** Conditions of which one must hold; of one condition all parts must. Required. */
  when: ConditionsSchema,
  /** Who gets such leads, wherever they come from, if one of them is free: files in `people/`. Required. */
  to: IdsSchema,
});

const HoursSchema = z.number().min(0.25).max(2000);

const SlaSchema = z
  .strictObject({
    /**
     * Which hours count: `working` those between `from` and `to`; `workdays` all 24 of a working day, so that only
     * weekends and holidays stand still; `calendar` all there are. Default `workdays`.
     */
    clock: z.enum(SLA_CLOCKS).default('workdays'),
    /** Hours after which the owner is reminded, each time. Default `[12]`. */
    remindAfter: z.array(HoursSchema).max(10).default([12]),
    /** Hours after which their boss is told. Default 24. */
    escalateAfter: HoursSchema.default(24),
    /** Hours after which somebody else gets it. Default 32. */
    passOnAfter: HoursSchema.default(32),
    /** How often that happens before it goes into the queue. Default 2. */
    maxPassOns: z.int().min(0).max(10).default(2),
  })
  .refine(({ escalateAfter, passOnAfter }) => escalateAfter <= passOnAfter, {
    error: 'passOnAfter comes before escalateAfter: tell the boss first.',
    when: ({ issues }) => issues.length === 0,
  });

const ExampleSchema = z.strictObject({
  ...EXAMPLE_PERSON,
  /** The day on which it comes: people may be away. Required. */
  on: DateSchema,
  /** The product line: a family, or `general`. */
  family: IdSchema.default('general'),
  /** Its grade. Default `cold`. */
  grade: z.enum(GRADES).default('cold'),
  /** Its channel. */
  channel: TextSchema.optional(),
  /** Who has other leads of theirs. */
  owner: IdSchema.optional(),
  /** How many open leads people have, by their id; others have none. */
  open: z.record(IdSchema, z.int().min(0).max(100_000)).default({}),
  /** What must come out; the check says where it does not, and why. Required. */
  expect: asksForSomething(
    z.strictObject({
      /** Who gets it: a file in `people/`. */
      owner: IdSchema.optional(),
      /** The territory in whose queue it waits, or `general`. */
      queue: IdSchema.optional(),
    }),
    'owner or queue',
  ),
});

/** `rules/routing.yaml`: who gets a lead, and what happens if they let it lie. */
export const RoutingSchema = z.strictObject({
  /** Your number for these rules: count it up with every change. Required. */
  version: RulesVersionSchema,
  /** Who looks after leads that no territory claims. Left out: `leads.owner` of `site.yaml`. */
  keeper: IdSchema.meta({ examples: ['lin-yue'] }).optional(),
  /** When people work. Required. */
  calendars: z.array(CalendarSchema).min(1).max(100),
  /** Where leads come from, and which calendar holds there. Required. */
  territories: z.array(TerritorySchema).min(1).max(200),
  /** Leads that certain people get, wherever they come from; the first that fits is taken. */
  rules: z.array(RuleSchema).max(100).default([]),
  /** What counts once the region is settled, in this order. Default `[industry, expertise, language, level]`. */
  order: z
    .array(z.enum(ROUTE_FILTERS))
    .max(ROUTE_FILTERS.length)
    .default([...ROUTE_FILTERS]),
  /** Which leads want somebody experienced. */
  levels: z
    .array(
      z.strictObject({
        /** At least this `level` of a person: 1 to 3. Required. */
        level: z.int().min(1).max(3),
        /** Conditions of which one must hold. Required. */
        when: ConditionsSchema,
      }),
    )
    .max(20)
    .default([]),
  /** What happens while an owner says neither yes nor no. */
  sla: SlaSchema.prefault({}),
  /** Leads made up, and who must get them: tried with every check. */
  examples: z.array(ExampleSchema).max(50).default([]),
});
