import type {
  ChannelCondition,
  ChannelRules,
  SourceKind,
  SourceRule,
} from '../../contract/channels/channel-rules.ts';
import { numberConditions } from '../../contract/channels/number-conditions.ts';
import type { Touch } from '../../contract/touch.ts';
import { createHostTable } from './create-host-table.ts';
import { matchAny } from './match-any.ts';

/** Channel rules made ready to be asked for every touch. */
export interface CompiledRules {
  readonly version: string;
  sourceById(id: string): SourceRule | undefined;
  /** By its id or another of its names, lower case. */
  sourceByName(name: string): SourceRule | undefined;
  /** `ignored` where a host is never a referrer: the company's own, payment and login pages. */
  sourceByHost(host: string): SourceRule | 'ignored' | undefined;
  /** The part of a user agent that names an in-app browser. */
  appIn(userAgent: string | null): string | undefined;
  sourceByApp(app: string): SourceRule | undefined;
  readonly clickIds: ChannelRules['clickIds'];
  readonly readsPaths: boolean;
  /** The first condition of a channel that holds; undefined only where the rules lack the one that always does. */
  decide(facts: ChannelFacts): ChannelDecision | undefined;
}

export interface ChannelDecision {
  readonly channel: string;
  /** `<channel>.<condition>`, counted from 1. */
  readonly rule: string;
  readonly condition: ChannelCondition;
}

/** What channel rules ask about; all texts in lower case. */
export interface ChannelFacts {
  /** Null for a direct visit. */
  readonly source: string | null;
  readonly kind: SourceKind | undefined;
  readonly medium: string;
  readonly campaign: string | null;
  readonly clickIds: Touch['clickIds'];
  readonly landingPath: string;
}

/** Puts rules into the tables that make a resolution cheap; do it once. */
export function compileChannelRules(rules: ChannelRules): CompiledRules {
  const byId = new Map(rules.sources.map((source) => [source.id, source]));
  const byName = firstOf(rules.sources, ({ id, aliases }) => [id, ...aliases]);
  for (const [id, source] of byId) byName.set(id, source);
  const apps = firstOf(rules.sources, ({ userAgents }) => userAgents);
  const byHost = createHostTable<SourceRule | 'ignored'>([
    ...[...rules.ownHosts, ...rules.ignoredHosts].map((host) => [host, 'ignored'] as const),
    ...rules.sources.flatMap((source) => source.hosts.map((host) => [host, source] as const)),
  ]);
  return {
    version: rules.version,
    sourceById: (id) => byId.get(id),
    sourceByName: (name) => byName.get(name),
    sourceByHost: byHost,
    appIn: createAppFinder([...apps.keys()]),
    sourceByApp: (app) => apps.get(app.toLowerCase()),
    clickIds: rules.clickIds,
    readsPaths: rules.channels.some(({ when }) => when.some(({ landingPath }) => landingPath)),
    decide: createDecide(rules.channels),
  };
}

/** By all names of a source, lower case; of two with the same name the first has it. */
function firstOf(
  sources: readonly SourceRule[],
  namesOf: (source: SourceRule) => readonly string[],
): Map<string, SourceRule> {
  const found = new Map<string, SourceRule>();
  for (const source of sources) {
    for (const name of namesOf(source)) {
      const key = name.toLowerCase();
      if (!found.has(key)) found.set(key, source);
    }
  }
  return found;
}

/** A name counts where a word begins: the app Line is in `Line/13`, not in `Online/13`. */
function createAppFinder(names: readonly string[]): CompiledRules['appIn'] {
  if (names.length === 0) return () => undefined;
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const any = new RegExp(`(?<![a-z])(?:${escaped.join('|')})`, 'i');
  const each = escaped.map((name) => new RegExp(`(?<![a-z])${name}`, 'i'));
  return (userAgent) => {
    if (userAgent === null || !any.test(userAgent)) return undefined;
    return each.find((name) => name.test(userAgent))?.exec(userAgent)?.[0];
  };
}

interface CompiledCondition extends ChannelDecision {
  /** Fits of what is asked about the kind of source and the medium. */
  readonly fits: (kind: SourceKind | undefined, medium: string) => boolean;
  /** Everything else that is asked. */
  readonly tests: readonly ((facts: ChannelFacts) => boolean)[];
}

/** Of a few kinds and media there are many visits: which conditions they leave is kept. */
function createDecide(channels: ChannelRules['channels']): CompiledRules['decide'] {
  const conditions = numberConditions(channels).map(
    ({ channel: { id: channel }, rule, condition }): CompiledCondition => {
      return { channel, rule, condition, ...compileCondition(condition) };
    },
  );
  const kept = new Map<string, readonly CompiledCondition[]>();

  return (facts) => candidates(facts).find(({ tests }) => tests.every((test) => test(facts)));

  function candidates({ kind, medium }: ChannelFacts): readonly CompiledCondition[] {
    const key = `${kind ?? ''} ${medium}`;
    let found = kept.get(key);
    if (!found) {
      found = conditions.filter(({ fits }) => fits(kind, medium));
      if (kept.size >= MAX_KEPT) kept.clear();
      kept.set(key, found);
    }
    return found;
  }
}

/** Media are what anybody writes into a link. */
const MAX_KEPT = 1000;

function compileCondition({
  source,
  kind,
  medium,
  campaign,
  clickId,
  landingPath,
}: ChannelCondition): Pick<CompiledCondition, 'fits' | 'tests'> {
  const fitsMedium = medium && matchAny(medium);
  const tests: CompiledCondition['tests'][number][] = [];
  if (source) tests.push(testText(source, (facts) => facts.source));
  if (clickId) tests.push(({ clickIds }) => clickId.some((name) => clickIds[name] !== undefined));
  if (campaign) tests.push(testText(campaign, (facts) => facts.campaign));
  if (landingPath) tests.push(testText(landingPath, (facts) => facts.landingPath));
  return {
    fits: (givenKind, givenMedium) =>
      (!kind || (givenKind !== undefined && kind.includes(givenKind))) &&
      (!fitsMedium || fitsMedium(givenMedium)),
    tests,
  };
}

function testText(
  patterns: readonly string[],
  textOf: (facts: ChannelFacts) => string | null,
): (facts: ChannelFacts) => boolean {
  const fits = matchAny(patterns);
  return (facts) => {
    const text = textOf(facts);
    return text !== null && fits(text);
  };
}
