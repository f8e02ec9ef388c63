import type { Entry } from './entry.ts';

/** What to offer after `entry`: those it names, filled up with the newest others of its kind, then of any. */
export function readNext<E extends Entry>(
  entry: Pick<Entry, 'id' | 'kind' | 'related'>,
  entries: readonly E[],
): E[] {
  const others = entries.filter((other) => other.id !== entry.id);
  const named = entry.related.flatMap((id) => others.find((other) => other.id === id) ?? []);
  const siblings = others.filter((other) => other.kind === entry.kind);
  return [...new Set([...named, ...siblings, ...others])].slice(0, 2);
}
