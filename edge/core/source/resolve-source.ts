import type { Touch } from '../../contract/touch.ts';
import type { CompiledRules } from './compile-channel-rules.ts';
import { explainResolution } from './explain-resolution.ts';
import { parseTouch } from './parse-touch.ts';
import { readParameter } from './read-parameter.ts';
import { type Resolution, resolveTouch } from './resolve-touch.ts';

export interface SourceQuestion {
  readonly landingUrl: string | null;
  readonly referrer: string | null;
  readonly userAgent: string | null;
  readonly rules: CompiledRules;
  /** Hosts of the site itself. */
  readonly ownHosts: readonly string[];
}

export interface ResolvedSource {
  readonly source: string;
  readonly medium: string;
  readonly campaign: string | null;
  /** The words advertised or searched for. */
  readonly term: string | null;
  readonly content: string | null;
  readonly channel: string;
  readonly rule: string;
  /** How it came about, a sentence for each step. */
  readonly why: readonly string[];
  readonly rulesVersion: string;
}

/** Says where a visit came from and why. Total: of what can't be understood nothing is concluded. */
export function resolveSource({
  landingUrl,
  referrer,
  userAgent,
  rules,
  ownHosts,
}: SourceQuestion): ResolvedSource {
  const touch = parseTouch(
    { landingUrl: landingUrl ?? undefined, referrer: referrer ?? undefined, landedMsAgo: undefined },
    { now: 0, ownHosts, app: rules.appIn(userAgent) },
  );
  const resolution = resolveTouch(touch, rules);
  const { source, medium, campaign, channel, rule, rulesVersion } = resolution;
  return {
    source,
    medium,
    campaign,
    term: touch.utm.utm_term?.toLowerCase() ?? wordsOf(touch, resolution, rules),
    content: touch.utm.utm_content?.toLowerCase() ?? null,
    channel,
    rule,
    why: explainResolution({ touch, resolution, rules, saidReferrer: referrer }),
    rulesVersion,
  };
}

/** What a search engine says was searched for; few still do. */
function wordsOf(
  { referrer }: Touch,
  { source, sourceFrom }: Resolution,
  rules: CompiledRules,
): string | null {
  if (referrer === null || sourceFrom !== 'referrer') return null;
  for (const name of rules.sourceById(source)?.words ?? []) {
    const words = readParameter(referrer, name);
    if (words !== undefined) return words.toLowerCase();
  }
  return null;
}
