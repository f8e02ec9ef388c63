import type { Entry } from './entry.ts';

/** What to offer after `entry`: those it names, filled up with the newest others of its kind, then of any. */
export function readNext<E extends Entry>(
  entry: Pick<Entry, 'id' | 'kind' | 'related'>,
  entries: readonly E[],
): E[] {
  const next = new Set(
    entry.related.flatMap((id) => entries.find((other) => other.id === id && id !== entry.id) ?? []),
  );
  for (const isWanted of [(other: E) => other.kind === entry.kind, () => true]) {
    for (const other of entries) {
      if (next.size >= SHOWN) return [...next].slice(0, SHOWN);
      if (other.id !== entry.id && isWanted(other)) next.add(other);
    }
  }
  return [...next];
}

const SHOWN = 2;
