import type { SourceKind, SourceRule } from './channel-rules.ts';

type More = Partial<Pick<SourceRule, 'aliases' | 'userAgents' | 'words'>>;

/** Makes the function that writes one source of a kind in a line; its hosts are parted by blanks. */
export function rowsOf(kind: SourceKind): (id: string, hosts: string, more?: More) => SourceRule {
  return (id, hosts, { aliases = NONE, userAgents = NONE, words = NONE } = {}) => ({
    id,
    kind,
    hosts: hosts.split(' '),
    aliases,
    userAgents,
    words,
  });
}

const NONE: readonly string[] = [];
