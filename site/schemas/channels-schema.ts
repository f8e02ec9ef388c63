import * as z from 'zod';
import { CHANNEL_GROUPS, SOURCE_KINDS } from '../../edge/contract/channels/channel-rules.ts';
import { CLICK_IDS } from '../../edge/contract/touch.ts';
import { HostSchema } from './host-schema.ts';
import { IdSchema } from './id-schema.ts';
import { localized } from './localized.ts';
import { SourceNameSchema } from './source-name-schema.ts';
import { TextSchema } from './text-schema.ts';

const NameSchema = TextSchema.max(200);

/** Names of which one must fit; `*` stands for any characters. */
const PatternsSchema = z.array(NameSchema).min(1).max(100);

const SourceSchema = z.strictObject({
  /** What it is called in reports. A known one (`baidu`, `wechat`, `linkedin` …) gets what stands here in addition. Required. */
  id: SourceNameSchema,
  /** What it is: `search`, `social`, `video`, `shopping`, `ai`, `email` or `site`. Required for a new source. */
  kind: z.enum(SOURCE_KINDS).optional(),
  /** Hosts of its pages; sub-domains are included, and the more exact of two wins. */
  hosts: z.array(HostSchema).max(200).default([]),
  /** Other names that people write into `utm_source`. */
  aliases: z.array(NameSchema).max(200).default([]),
  /** What the user agent of the browser inside its app contains. */
  userAgents: z.array(TextSchema.min(3).max(60)).max(20).default([]),
  /** Parameters of its address that hold the words searched for. */
  words: z.array(NameSchema).max(20).default([]),
});

const ClickIdSchema = z.strictObject({
  /** The parameter, e.g. `fbclid`. Required. */
  name: z.enum(CLICK_IDS),
  /** The source it stands for. Required. */
  source: SourceNameSchema,
  /** The medium it proves, e.g. `cpc`. Left out: the click id says nothing of the medium. */
  medium: NameSchema.toLowerCase().optional(),
});

const ConditionSchema = z
  .strictObject({
    /** Sources, e.g. `[baidu, partner.example]`. */
    source: PatternsSchema.optional(),
    /** Kinds of sources, as under `sources`. */
    kind: z.array(z.enum(SOURCE_KINDS)).min(1).optional(),
    /** Media, e.g. `["*cp*", display]`. */
    medium: PatternsSchema.optional(),
    /** Campaigns. */
    campaign: PatternsSchema.optional(),
    /** Click ids of which the link carries one. */
    clickId: z.array(z.enum(CLICK_IDS)).min(1).optional(),
    /** Paths of the page visitors land on, e.g. `[/zh/landing/*]`. */
    landingPath: PatternsSchema.optional(),
  })
  .refine((condition) => Object.values(condition).some((part) => part !== undefined), {
    error: 'Ask for something: source, kind, medium, campaign, clickId or landingPath.',
    when: ({ issues }) => issues.length === 0,
  });

const ChannelSchema = z.strictObject({
  /** What rules and reports call it: a new channel, or a standard one that gets more conditions. Required. */
  id: IdSchema.meta({ examples: ['trade-portals'] }),
  /** What people read. Required for a new channel. */
  name: localized(TextSchema).optional(),
  /** Conditions of which one must hold; of one condition all parts must. Required. */
  when: z
    .array(ConditionSchema)
    .min(1)
    .max(40)
    .meta({ examples: [[{ source: ['trade-portal'] }]] }),
});

/** `rules/channels.yaml`: what a company adds to the rules that turn a visit into source, medium and channel. */
export const ChannelsSchema = z.strictObject({
  /** Your number for these rules, stored with every lead: count it up with every change. Required. */
  version: z.int().min(1).max(999_999),
  /** Further hosts of the company; visits from there are no referrals. */
  ownHosts: z.array(HostSchema).max(200).default([]),
  /** Further payment and login pages; visits from there are no referrals. */
  ignoredHosts: z.array(HostSchema).max(200).default([]),
  /** Channels that are off unless named here: `person-link`, `wechat`. */
  groups: z.array(z.enum(CHANNEL_GROUPS)).default([]),
  /** New sources, and further names and hosts of known ones. */
  sources: z.array(SourceSchema).max(500).default([]),
  /** Click ids that mean something else to you. */
  clickIds: z.array(ClickIdSchema).max(CLICK_IDS.length).default([]),
  /** Channels that are tried before the standard ones, in this order. */
  channels: z.array(ChannelSchema).max(60).default([]),
});
