import type { Entry } from './entry.ts';

type Named = Pick<Entry, 'id' | 'kind'> & { readonly data: { readonly successor?: string | undefined } };

/** What took an expired entry's place and is still there, over any number of steps; undefined where nothing is. */
export function successorOf<E extends Named>(
  entry: E,
  { open, expired }: { open: readonly E[]; expired: readonly E[] },
): E | undefined {
  const passed = new Set<string>();
  let current: E | undefined = entry;
  while (current && !passed.has(current.id)) {
    passed.add(current.id);
    const next = wholeId(current);
    const found = open.find(({ id }) => id === next);
    if (found) return found;
    current = expired.find(({ id }) => id === next);
  }
  return undefined;
}

function wholeId({ kind, data: { successor } }: Named): string | undefined {
  return successor === undefined || successor.includes('/') ? successor : `${kind}/${successor}`;
}
