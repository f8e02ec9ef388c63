import type { Kind } from '../../schemas/kinds.ts';

/** What can be written where an entry is named as `written` is: whole ids, or the names within a kind. */
export function entryNames(
  written: string,
  { kind, entries }: { kind: Kind; entries: readonly string[] },
): { known: readonly string[]; whole: string } {
  if (written.includes('/')) return { known: entries, whole: written };
  const siblings = entries.filter((entry) => entry.startsWith(`${kind}/`));
  return {
    known: siblings.map((entry) => entry.slice(kind.length + 1)),
    whole: `${kind}/${written}`,
  };
}
