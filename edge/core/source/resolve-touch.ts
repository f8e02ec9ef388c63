import { type Attribution, DIRECT, NO_MEDIUM, NOT_SET } from '../../contract/channels/attribution.ts';
import type { ClickIdRule, SourceKind, SourceRule } from '../../contract/channels/channel-rules.ts';
import type { Touch } from '../../contract/touch.ts';
import type { ChannelDecision, ChannelFacts, CompiledRules } from './compile-channel-rules.ts';
import { hostOf, withoutWww } from './host-of.ts';
import { readParameter } from './read-parameter.ts';

/** An attribution with what it was drawn from. */
export interface Resolution extends Attribution {
  readonly kind: SourceKind | undefined;
  readonly sourceFrom: SourceOrigin;
  readonly mediumFrom: MediumOrigin;
  /** The first click id that the rules know. */
  readonly clickId: ClickIdRule | undefined;
  readonly decided: ChannelDecision | undefined;
}

export type SourceOrigin =
  | 'utm_source'
  | 'source'
  | 'ref'
  /** A click id that proves an ad or a mail. */
  | 'click-id'
  | 'referrer'
  /** A click id that proves no more than the source. */
  | 'weak-click-id'
  | 'app'
  /** Tagged, but without a source. */
  | 'tagged'
  | 'nothing';

export type MediumOrigin = 'utm_medium' | 'click-id' | 'kind' | 'referrer' | 'tagged' | 'nothing';

/**
 * Says where a touch came from. Total and deterministic; a touch read back from the ledger resolves as it did when it
 * was captured, since nothing but the touch and the rules is looked at.
 */
export function resolveTouch(touch: Touch, rules: CompiledRules): Resolution {
  const { utm, clickIds } = touch;
  const clickId = rules.clickIds.find(({ name }) => clickIds[name] !== undefined);
  const taggedMedium = meaningful(utm.utm_medium?.toLowerCase(), NO_MEANING);
  const campaign = utm.utm_campaign?.toLowerCase() ?? null;
  const { source, rule, from } = findSource(touch, { rules, clickId, taggedMedium });
  const kind = rule?.kind;
  const [medium, mediumFrom] = findMedium({ taggedMedium, clickId, kind, from });
  const landingPath = rules.readsPaths ? pathOf(touch.landingUrl) : '';
  const facts: ChannelFacts = { source, kind, medium, campaign, clickIds, landingPath };
  const decided = rules.decide(facts);
  return {
    source: source ?? DIRECT,
    medium,
    campaign,
    channel: decided?.channel ?? 'direct',
    rule: decided?.rule ?? 'direct.1',
    rulesVersion: rules.version,
    kind,
    sourceFrom: from,
    mediumFrom,
    clickId,
    decided,
  };
}

/** What is kept of a resolution. */
export function attribute(touch: Touch, rules: CompiledRules): Attribution {
  const { source, medium, campaign, channel, rule, rulesVersion } = resolveTouch(touch, rules);
  return { source, medium, campaign, channel, rule, rulesVersion };
}

interface FoundSource {
  /** Null for a direct visit. */
  readonly source: string | null;
  readonly rule: SourceRule | undefined;
  readonly from: SourceOrigin;
}

interface Clues {
  readonly rules: CompiledRules;
  readonly clickId: ClickIdRule | undefined;
  readonly taggedMedium: string | undefined;
}

function findSource(touch: Touch, { rules, clickId, taggedMedium }: Clues): FoundSource {
  const { utm, landingUrl, referrer, app } = touch;
  const fromTag = readTag(utm.utm_source, { rules, from: 'utm_source' }) ?? readFallback(landingUrl, rules);
  if (fromTag) return fromTag;
  if (clickId?.medium !== undefined) return ofId(clickId.source, { rules, from: 'click-id' });
  const fromReferrer = referrer === null ? undefined : readReferrer(referrer, rules);
  if (fromReferrer) return fromReferrer;
  if (clickId) return ofId(clickId.source, { rules, from: 'weak-click-id' });
  const ofApp = app === undefined ? undefined : rules.sourceByApp(app);
  if (ofApp) return { source: ofApp.id, rule: ofApp, from: 'app' };
  const isTagged = taggedMedium !== undefined || utm.utm_campaign !== undefined;
  return { source: isTagged ? NOT_SET : null, rule: undefined, from: isTagged ? 'tagged' : 'nothing' };
}

/** `source` and `ref` are read only where `utm_source` says nothing. */
function readFallback(landingUrl: string | null, rules: CompiledRules): FoundSource | undefined {
  if (landingUrl === null) return undefined;
  return (
    readTag(readParameter(landingUrl, 'source'), { rules, from: 'source' }) ??
    readTag(readParameter(landingUrl, 'ref'), { rules, from: 'ref' })
  );
}

function readTag(
  value: string | undefined,
  { rules, from }: { rules: CompiledRules; from: SourceOrigin },
): FoundSource | undefined {
  const name = meaningful(value?.toLowerCase(), NO_SOURCE);
  if (name === undefined) return undefined;
  const known = rules.sourceByName(name);
  if (known) return { source: known.id, rule: known, from };
  const host = name.includes('.') || name.includes('://') ? hostIn(name) : undefined;
  return host === undefined ? { source: name, rule: undefined, from } : ofHost(host, { rules, from });
}

function readReferrer(referrer: string, rules: CompiledRules): FoundSource | undefined {
  const host = meaningful(hostOf(referrer), NO_SOURCE);
  if (host === undefined || rules.sourceByHost(host) === 'ignored') return undefined;
  return ofHost(host, { rules, from: 'referrer' });
}

function ofHost(host: string, { rules, from }: { rules: CompiledRules; from: SourceOrigin }): FoundSource {
  const bare = withoutWww(host);
  const byHost = rules.sourceByHost(host);
  const known = rules.sourceByName(bare) ?? (byHost === 'ignored' ? undefined : byHost);
  return { source: known?.id ?? bare, rule: known, from };
}

function ofId(id: string, { rules, from }: { rules: CompiledRules; from: SourceOrigin }): FoundSource {
  return { source: id, rule: rules.sourceById(id), from };
}

function findMedium({
  taggedMedium,
  clickId,
  kind,
  from,
}: {
  taggedMedium: string | undefined;
  clickId: ClickIdRule | undefined;
  kind: SourceKind | undefined;
  from: SourceOrigin;
}): readonly [string, MediumOrigin] {
  if (taggedMedium !== undefined) return [taggedMedium, 'utm_medium'];
  if (clickId?.medium !== undefined) return [clickId.medium, 'click-id'];
  if (kind !== undefined) return [MEDIUM_OF_KIND[kind], 'kind'];
  if (from === 'nothing') return [NO_MEDIUM, 'nothing'];
  return from === 'referrer' || from === 'source' || from === 'ref'
    ? ['referral', 'referrer']
    : [NOT_SET, 'tagged'];
}

/** Of an untagged visit. */
const MEDIUM_OF_KIND: Readonly<Record<SourceKind, string>> = {
  search: 'organic',
  social: 'social',
  video: 'video',
  shopping: 'referral',
  ai: 'referral',
  email: 'email',
  site: 'referral',
};

/** What tools write where nothing is known. */
const NO_MEANING: ReadonlySet<string> = new Set(['', NOT_SET, NO_MEDIUM, 'none', 'null', 'undefined']);
const NO_SOURCE: ReadonlySet<string> = new Set([...NO_MEANING, DIRECT, 'direct']);

function meaningful(value: string | undefined, without: ReadonlySet<string>): string | undefined {
  return value === undefined || without.has(value) ? undefined : value;
}

/** The host that a tag names, with or without a scheme; undefined where it names none. */
function hostIn(name: string): string | undefined {
  return hostOf(name.includes('://') ? name : /^[a-z0-9.-]+\.[a-z]{2,}$/.test(name) ? `https://${name}` : '');
}

function pathOf(landingUrl: string | null): string {
  return /^https?:\/\/[^/?#\\]+([^?#]*)/i.exec(landingUrl ?? '')?.[1]?.toLowerCase() ?? '';
}
