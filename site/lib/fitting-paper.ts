import type { Entry } from './entry.ts';

/** The white paper that goes on where an entry ends: one it names, else the newest for its industries. */
export function fittingPaper<P extends Pick<Entry<'whitepapers'>, 'id' | 'industries'>>(
  { related, industries }: Pick<Entry, 'related' | 'industries'>,
  papers: readonly P[],
): P | undefined {
  const named = related.flatMap((id) => papers.find((paper) => paper.id === id) ?? []);
  return (
    named[0] ?? papers.find((paper) => paper.industries.some((industry) => industries.includes(industry)))
  );
}
