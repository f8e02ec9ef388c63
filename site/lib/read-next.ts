import type { Paper } from './paper.ts';

/** What to offer after `paper`: those it names, filled up with the newest others. */
export function readNext(paper: Paper, papers: readonly Paper[]): Paper[] {
  const others = papers.filter((other) => other.slug !== paper.slug);
  const named = paper.related.flatMap((slug) => others.find((other) => other.slug === slug) ?? []);
  return [...new Set([...named, ...others])].slice(0, 2);
}
