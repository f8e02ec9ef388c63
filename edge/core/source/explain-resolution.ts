import { NOT_SET } from '../../contract/channels/attribution.ts';
import type { ChannelCondition, SourceKind } from '../../contract/channels/channel-rules.ts';
import type { Touch } from '../../contract/touch.ts';
import type { CompiledRules } from './compile-channel-rules.ts';
import { hostOf } from './host-of.ts';
import { readParameter } from './read-parameter.ts';
import type { Resolution } from './resolve-touch.ts';

export interface Explaining {
  readonly touch: Touch;
  readonly resolution: Resolution;
  readonly rules: CompiledRules;
  /** As it was said, before our own hosts were taken out. */
  readonly saidReferrer: string | null;
}

/** How a resolution came about, in sentences that marketers read: the source, the medium, the channel. */
export function explainResolution(explaining: Explaining): string[] {
  return [
    ...explainReferrer(explaining),
    explainSource(explaining),
    explainMedium(explaining),
    explainChannel(explaining.resolution),
  ];
}

/** Why a page that led here is not counted; nothing where it is, or where there was none. */
function explainReferrer({ touch, rules, saidReferrer }: Explaining): string[] {
  const said = saidReferrer?.trim() ?? '';
  if (said === '') return [];
  if (touch.referrer === null) {
    const host = hostOf(said);
    const what = host === undefined ? 'is no web address' : `on ${host} is one of our own`;
    return [`The page before ${what}, so it is not counted.`];
  }
  const host = hostOf(touch.referrer);
  return host !== undefined && rules.sourceByHost(host) === 'ignored'
    ? [`The page before on ${host} is our own, or one where people pay or log in, so it is not counted.`]
    : [];
}

function explainSource({ touch, resolution, rules }: Explaining): string {
  const { source, sourceFrom, clickId } = resolution;
  switch (sourceFrom) {
    case 'utm_source':
      return `The link is tagged. ${tagged('utm_source', touch.utm.utm_source, source)}`;
    case 'source':
    case 'ref':
      return `${UNTAGGED} ${tagged(sourceFrom, readParameter(touch.landingUrl ?? '', sourceFrom), source)}`;
    case 'click-id':
      return `${UNTAGGED} It carries ${clickId?.name ?? ''}, which is put there by ${source}.`;
    case 'referrer':
      return `${UNTAGGED} ${pageBefore(touch, { source, rules })}`;
    case 'weak-click-id':
      return `${UNTAGGED} It carries ${clickId?.name ?? ''}, which ${source} adds to all links, paid or not.`;
    case 'app':
      return `${UNTAGGED} No page is known that led here, but the browser is the one inside ${source} ("${touch.app ?? ''}").`;
    case 'tagged':
      return 'The link is tagged, but neither the tags nor anything else names a source.';
    case 'nothing':
      return 'No tag, no click id, no page before and no app tell where the visit came from: it was direct.';
  }
}

const UNTAGGED = 'The link has no utm_source.';

function tagged(name: string, value: string | undefined, source: string): string {
  const isOther = value?.toLowerCase() !== source;
  return `It says ${name}=${value ?? ''}${isOther ? `, which means ${source}` : ''}.`;
}

function pageBefore(
  { referrer }: Touch,
  { source, rules }: { source: string; rules: CompiledRules },
): string {
  const host = hostOf(referrer ?? '') ?? '';
  return rules.sourceById(source)
    ? `The page before was on ${host}, which belongs to ${source}.`
    : `The page before was on ${host}, which is none of the known sources.`;
}

function explainMedium({ touch, resolution }: Explaining): string {
  const { medium, mediumFrom, kind, source, clickId } = resolution;
  switch (mediumFrom) {
    case 'utm_medium':
      return `The link says utm_medium=${touch.utm.utm_medium ?? ''}.`;
    case 'click-id':
      return `The click id ${clickId?.name ?? ''} makes the medium ${medium}.`;
    case 'kind':
      return `No medium is given; ${source} is ${KIND_NAMES[kind ?? 'site']}, so it is ${medium}.`;
    case 'referrer':
      return `No medium is given; a link from elsewhere is a ${medium}.`;
    case 'tagged':
      return `No medium is given, so it stays ${NOT_SET}.`;
    case 'nothing':
      return 'A direct visit has no medium.';
  }
}

const KIND_NAMES: Readonly<Record<SourceKind, string>> = {
  search: 'a search engine',
  social: 'a social network or chat',
  video: 'a video site',
  shopping: 'a marketplace',
  ai: 'an AI assistant',
  email: 'a mail service',
  site: 'a web site',
};

function explainChannel({ channel, rule, decided }: Resolution): string {
  const parts = Object.entries(decided?.condition ?? {}) as [keyof ChannelCondition, readonly string[]][];
  if (parts.length === 0) return `No other channel fits, so it is ${channel} (rule ${rule}).`;
  const said = parts.map(([part, values]) => `${PART_NAMES[part]} ${inWords(values)}`);
  return `The first channel that fits is ${channel} (rule ${rule}): ${said.join(', and ')}.`;
}

function inWords(values: readonly string[]): string {
  if (values.includes('*')) return 'known';
  return values.length === 1 ? values.join() : `one of ${values.join(', ')}`;
}

const PART_NAMES: Readonly<Record<keyof ChannelCondition, string>> = {
  source: 'the source is',
  kind: 'the kind of source is',
  medium: 'the medium is',
  campaign: 'the campaign is',
  clickId: 'the click id is',
  landingPath: 'the landing page is',
};
