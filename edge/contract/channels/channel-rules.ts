import type { Localized } from '../locale.ts';
import type { ClickId } from '../touch.ts';

/** What a source is. It says which medium an untagged visit from there has, and channel rules can ask for it. */
export const SOURCE_KINDS = ['search', 'social', 'video', 'shopping', 'ai', 'email', 'site'] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number];

export interface SourceRule {
  /** The name in reports: `baidu`. */
  readonly id: string;
  readonly kind: SourceKind;
  /**
   * Hosts of its pages, sub-domains included; the more exact of two wins. `google.*` is Google under every top-level
   * domain. An app's package name is one, too: `com.tencent.mm`.
   */
  readonly hosts: readonly string[];
  /** Other names in `utm_source`, lower case. */
  readonly aliases: readonly string[];
  /** What the user agents of its in-app browsers contain. */
  readonly userAgents: readonly string[];
  /** Parameters of its address that hold the words searched for. */
  readonly words: readonly string[];
}

export interface ClickIdRule {
  readonly name: ClickId;
  readonly source: string;
  /** Absent where the click id proves no more than the source. */
  readonly medium?: string | undefined;
}

/** Holds where all of its parts hold; each part is a list of which one must fit, `*` for any characters. */
export interface ChannelCondition {
  readonly source?: readonly string[] | undefined;
  readonly kind?: readonly SourceKind[] | undefined;
  readonly medium?: readonly string[] | undefined;
  readonly campaign?: readonly string[] | undefined;
  readonly clickId?: readonly ClickId[] | undefined;
  /** Path of the landing page. */
  readonly landingPath?: readonly string[] | undefined;
}

/** A channel, and the conditions of which one must hold; the first channel that fits is taken. */
export interface ChannelRule {
  readonly id: string;
  readonly name: Localized;
  readonly when: readonly ChannelCondition[];
}

/** Channels that are tried only where a company switches them on. */
export const CHANNEL_GROUPS = ['person-link', 'wechat'] as const;

export type ChannelGroup = (typeof CHANNEL_GROUPS)[number];

/** Everything by which a touch gets its channel. */
export interface ChannelRules {
  /** `<number>-<digest>`: the company's number, and a digest of all that stands here. */
  readonly version: string;
  readonly sources: readonly SourceRule[];
  readonly clickIds: readonly ClickIdRule[];
  /** Of the company, besides the site's own host; never a referrer. */
  readonly ownHosts: readonly string[];
  /** Payment and login pages on the way: never a referrer. */
  readonly ignoredHosts: readonly string[];
  /** In the order they are tried; the last one fits always. */
  readonly channels: readonly ChannelRule[];
}

/** What `content/rules/channels.yaml` adds to the rules that come with Gatehouse. */
export interface ChannelChanges {
  /** Counted up by people. */
  readonly version: number;
  readonly ownHosts: readonly string[];
  readonly ignoredHosts: readonly string[];
  readonly groups: readonly ChannelGroup[];
  /** New sources, and additions to known ones. */
  readonly sources: readonly SourceChange[];
  readonly clickIds: readonly ClickIdRule[];
  /** Tried before the standard ones. */
  readonly channels: readonly ChannelChange[];
}

export interface SourceChange extends Omit<SourceRule, 'kind'> {
  /** Of a known source: its own where left out. */
  readonly kind?: SourceKind | undefined;
}

export interface ChannelChange extends Omit<ChannelRule, 'name'> {
  /** Of a standard channel: its own where left out. */
  readonly name?: Localized | undefined;
}
