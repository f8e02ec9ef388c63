import { isMeant } from './read-query.ts';
import type { QueryWord } from './read-query.ts';
import type { TermShard } from './search-index.ts';

export interface Ranking {
  /** Numbers of the entries, the best first. */
  readonly entries: readonly number[];
  /** False where no entry has all words, and these have half of them at least. */
  readonly hasAll: boolean;
}

/** Puts the entries in order that have the words of a query. `shards` hold the terms of the words. */
export function rankEntries(
  words: readonly QueryWord[],
  { shards, count }: { readonly shards: readonly TermShard[]; readonly count: number },
): Ranking {
  const found = new Map<number, { score: number; words: number }>();
  for (const word of words) {
    for (const [entry, score] of scoresOf(word, { shards, count })) {
      const known = found.get(entry) ?? { score: 0, words: 0 };
      found.set(entry, { score: known.score + score, words: known.words + 1 });
    }
  }
  const order = [...found].sort(([, a], [, b]) => b.words - a.words || b.score - a.score);
  const hasAll = order[0]?.[1].words === words.length;
  const enough = hasAll ? words.length : words.length / 2;
  return { entries: order.filter(([, one]) => one.words >= enough).map(([entry]) => entry), hasAll };
}

interface Place {
  readonly shards: readonly TermShard[];
  readonly count: number;
}

/** By entry: what the best way to write the word counts there. */
function scoresOf(word: QueryWord, place: Place): Map<number, number> {
  const best = new Map<number, number>();
  for (const way of word.ways) {
    const terms = way.map((wanted) => termScores(wanted, { ...place, word }));
    for (const entry of terms[0]?.keys() ?? []) {
      const scores = terms.map((each) => each.get(entry) ?? 0);
      const mean = scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score) / scores.length;
      if (mean > (best.get(entry) ?? 0)) best.set(entry, mean);
    }
  }
  return best;
}

function termScores(wanted: string, { shards, count, word }: Place & { readonly word: QueryWord }) {
  const scores = new Map<number, number>();
  for (const shard of shards)
    for (const [term, posting] of Object.entries(shard)) {
      if (!isMeant(term, wanted, word)) continue;
      // A word counts for more the fewer entries have it, and the beginning of one for less than the whole.
      const worth = Math.log(1 + (2 * count) / posting.length) * (term === wanted ? 1 : 0.6);
      for (let at = 0; at < posting.length; at += 2) {
        const entry = posting[at]!;
        scores.set(entry, Math.max(scores.get(entry) ?? 0, posting[at + 1]! * worth));
      }
    }
  return scores;
}
