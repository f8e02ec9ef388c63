import * as z from 'zod';
import { ENGAGEMENT_TYPES, GRADES } from '../../edge/contract/lead/lead-facts.ts';
import { MAIL_KINDS } from '../../edge/contract/lead/scoring-rules.ts';
import { STAGES } from './entry-head.ts';
import { FieldNameSchema } from './field-name-schema.ts';
import { HostSchema } from './host-schema.ts';
import { IdSchema } from './id-schema.ts';
import { KINDS } from './kinds.ts';
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

const PointsSchema = z.number().min(-1000).max(1000).multipleOf(0.5);
const LimitSchema = z.number().min(0).max(10_000).multipleOf(0.5);
const HalfLifeSchema = z.number().min(1).max(3650);
const ThresholdSchema = z.number().min(0).max(10_000);

const RULE = {
  /** What explanations call it. Required, unique. */
  id: IdSchema.meta({ examples: ['read-prices'] }),
  /** What people read where a score is explained. Required. */
  name: localized(TextSchema.max(120)),
};

const FitConditionSchema = asksForSomething(
  z.strictObject({
    ...WHO_PARTS,
    /** What their mail address tells: `business`, `free` (a service for everybody), `throwaway`. */
    mail: z.array(z.enum(MAIL_KINDS)).min(1).optional(),
  }),
  'answers, mail, mailDomain, country, region, language or industry',
);

const FitRuleSchema = z.strictObject({
  ...RULE,
  /** What it brings; less than 0 takes. Required. */
  points: PointsSchema,
  /** Conditions of which one must hold; of one condition all parts must. Required. */
  when: z
    .array(FitConditionSchema)
    .min(1)
    .max(40)
    .meta({ examples: [[{ mail: ['business'] }]] }),
});

const EngagementConditionSchema = z.strictObject({
  /** What they did: `registration`, `view`, `return`, `cta`, `download`, `video`, `search`, `form_start` … Required. */
  act: z
    .array(z.enum(ENGAGEMENT_TYPES))
    .min(1)
    .meta({ examples: [['download']] }),
  /** Paths of the page; `*` stands for any characters. */
  path: PatternsSchema.optional(),
  /** Kinds of entries that the page belongs to: `products`, `cases`, `whitepapers` … */
  kind: z.array(z.enum(KINDS)).min(1).optional(),
  /** Stages of those entries: `awareness`, `consideration`, `decision`. */
  stage: z.array(z.enum(STAGES)).min(1).optional(),
  /** Industries of those entries. */
  industry: IdsSchema.optional(),
  /** Families of products of those entries. */
  family: IdsSchema.optional(),
  /** Of a registration: forms. */
  form: IdsSchema.optional(),
  /** Words on the button, in the search, in the name of the file, e.g. `["*price*", "*报价*"]`. */
  what: PatternsSchema.optional(),
  /** At least so many seconds on the page or of the film. */
  seconds: z.number().min(0).max(86_400).optional(),
  /** At least so many percent of the page or the film. */
  depth: z.number().min(0).max(100).optional(),
  /** Of a `return`: at least so many days after the last visit. */
  days: z.int().min(1).max(3650).optional(),
});

const EngagementRuleSchema = z.strictObject({
  ...RULE,
  /** What each act brings; less than 0 takes. Required. */
  points: PointsSchema,
  /** No more than so many points from this rule on one day. */
  maxPerDay: LimitSchema.optional(),
  /** No more than so many points from this rule in all. */
  max: LimitSchema.optional(),
  /** Days after which half of it is left; left out: those of all. */
  halfLifeDays: HalfLifeSchema.optional(),
  /** Conditions of which one must hold; of one condition all parts must. Required. */
  when: z
    .array(EngagementConditionSchema)
    .min(1)
    .max(40)
    .meta({ examples: [[{ act: ['download'] }]] }),
});

const ThresholdsSchema = z.strictObject({
  /** At least so much fit. Required. */
  fit: ThresholdSchema,
  /** At least so much engagement. Required. */
  engagement: ThresholdSchema,
});

const MqlSchema = asksForSomething(
  z.strictObject({
    /** Grades: `hot`, `warm`, `cold`. */
    grade: z.array(z.enum(GRADES)).min(1).optional(),
    /** At least so much fit. */
    fit: ThresholdSchema.optional(),
    /** At least so much engagement. */
    engagement: ThresholdSchema.optional(),
    /** At least so much of both together. */
    total: ThresholdSchema.optional(),
    /** Fields that must be answered, e.g. `[budget, need, timeline]`. */
    answered: z.array(FieldNameSchema).min(1).max(20).optional(),
    /** Forms of which one was sent. */
    form: IdsSchema.optional(),
  }),
  'grade, fit, engagement, total, answered or form',
);

const ExampleActSchema = z.strictObject({
  /** As in the conditions of rules; a `return` follows by itself. Required. */
  act: z.enum(ENGAGEMENT_TYPES).exclude(['return']),
  /** How many days before. Default 0. */
  daysAgo: z.int().min(0).max(3650).default(0),
  /** How often on that day. Default 1. */
  times: z.int().min(1).max(1000).default(1),
  /** The page. */
  path: TextSchema.default('/'),
  /** The form, the button, the words searched for. */
  what: z.string().trim().default(''),
  /** Seconds on the page or of the film. */
  seconds: z.number().min(0).default(0),
  /** Percent of the page or the film. */
  depth: z.number().min(0).max(100).default(0),
});

const ExampleSchema = z.strictObject({
  ...EXAMPLE_PERSON,
  /** What they did. */
  acts: z.array(ExampleActSchema).max(50).default([]),
  /** What must come out; the check says where it does not, and why. Required. */
  expect: asksForSomething(
    z.strictObject({
      /** Points for who they are. */
      fit: z.number().optional(),
      /** Points for what they did. */
      engagement: z.number().optional(),
      /** `hot`, `warm` or `cold`. */
      grade: z.enum(GRADES).optional(),
      /** Whether they become an MQL. */
      mql: z.boolean().optional(),
    }),
    'fit, engagement, grade or mql',
  ),
});

/** `rules/scoring.yaml`: what makes a lead worth a salesperson's time. */
export const ScoringSchema = z.strictObject({
  /** Your number for these rules: count it up with every change. Required. */
  version: RulesVersionSchema,
  /** Further mail services that give anybody an address; some 170 are known. */
  freeMail: z.array(HostSchema).max(500).default([]),
  /** Points for who they are; they stay. Required. */
  fit: z.strictObject({
    /** The most there can be. Default 100. */
    max: LimitSchema.default(100),
    /** All rules that hold count. Required. */
    rules: z.array(FitRuleSchema).max(100),
  }),
  /** Points for what they did; they fade. Required. */
  engagement: z.strictObject({
    /** The most there can be. Default 100. */
    max: LimitSchema.default(100),
    /** No more than so many points on one day. Default 40. */
    maxPerDay: LimitSchema.default(40),
    /** Days after which half of the points are left. Default 30. */
    halfLifeDays: HalfLifeSchema.default(30),
    /** All rules that hold count. Required. */
    rules: z.array(EngagementRuleSchema).max(100),
  }),
  /** What `hot` and `warm` take: both figures. What reaches neither is cold. Required. */
  grades: z.strictObject({
    /** Call at once. Required. */
    hot: ThresholdsSchema,
    /** Keep in touch. Required. */
    warm: ThresholdsSchema,
  }),
  /** What makes a lead an MQL: conditions of which one must hold. Required. */
  mql: z
    .array(MqlSchema)
    .min(1)
    .max(20)
    .meta({ examples: [[{ grade: ['hot'] }]] }),
  /** People made up, and what they must come to: tried with every check. */
  examples: z.array(ExampleSchema).max(50).default([]),
});
