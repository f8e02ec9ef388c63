import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ChannelChanges, ChannelRule, ChannelRules, SourceChange, SourceRule } from './channel-rules.ts';
import { STANDARD_CHANNELS, STANDARD_CLICK_IDS, STANDARD_IGNORED_HOSTS } from './standard-channels.ts';
import { STANDARD_SOURCES } from './standard-sources.ts';

/** The rules in force: those that come with Gatehouse, changed by the company's `channels.yaml` if there is one. */
export function composeChannelRules(changes: ChannelChanges | null = null): ChannelRules {
  const { version, ownHosts, ignoredHosts, groups, sources, clickIds, channels } = changes ?? NO_CHANGES;
  const rules = {
    sources: composeSources(sources),
    clickIds: [
      ...clickIds,
      ...STANDARD_CLICK_IDS.filter(({ name }) => !clickIds.some((own) => own.name === name)),
    ],
    ownHosts,
    ignoredHosts: [...ignoredHosts, ...STANDARD_IGNORED_HOSTS],
    channels: [
      ...channels.map(({ id, name, when }): ChannelRule => {
        return { id, name: name ?? standardChannel(id)?.name ?? { zh: id, en: id }, when };
      }),
      ...STANDARD_CHANNELS.filter(({ group }) => group === undefined || groups.includes(group)).map(
        ({ id, name, when }): ChannelRule => ({ id, name, when }),
      ),
    ],
  };
  return { version: `${version}-${digest(rules)}`, ...rules };
}

const NO_CHANGES: ChannelChanges = {
  version: 0,
  ownHosts: [],
  ignoredHosts: [],
  groups: [],
  sources: [],
  clickIds: [],
  channels: [],
};

/** Enough to tell apart all rules a company will ever have. */
const DIGEST_LENGTH = 8;

/** A company's own sources come first, so that their hosts and user agents are asked before others. */
function composeSources(changes: readonly SourceChange[]): SourceRule[] {
  const changed = changes.map(({ id, kind, ...more }): SourceRule => {
    const known = STANDARD_SOURCES.find((source) => source.id === id);
    return {
      id,
      kind: kind ?? known?.kind ?? 'site',
      hosts: [...more.hosts, ...(known?.hosts ?? [])],
      aliases: [...more.aliases, ...(known?.aliases ?? [])],
      userAgents: [...more.userAgents, ...(known?.userAgents ?? [])],
      words: [...more.words, ...(known?.words ?? [])],
    };
  });
  return [...changed, ...STANDARD_SOURCES.filter(({ id }) => !changes.some((change) => change.id === id))];
}

function standardChannel(id: string): ChannelRule | undefined {
  return STANDARD_CHANNELS.find((channel) => channel.id === id);
}

function digest(rules: object): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(rules)))).slice(0, DIGEST_LENGTH);
}
