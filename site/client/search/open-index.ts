import { rankEntries } from '../../search/rank-entries.ts';
import type { QueryWord } from '../../search/read-query.ts';
import type { FoundEntry, SearchManifest, TermShard } from '../../search/search-index.ts';
import { shardOf } from '../../search/search-terms.ts';

export interface Found {
  /** Kinds of the entries found, the best entry first. */
  readonly kinds: readonly string[];
  /** False where no entry has all words of the query. */
  readonly hasAll: boolean;
  /** The first entries of a kind; of all kinds for an empty name. */
  read(kind: string, count: number): Promise<{ readonly kind: string; readonly entry: FoundEntry }[]>;
}

/** The index whose manifest stands at `address`; nothing of it is loaded before the first call. */
export function openIndex(address: string): (words: readonly QueryWord[]) => Promise<Found> {
  const load = createLoad();
  return async (words) => {
    const { folder, kinds, shards, perFile } = await load<SearchManifest>(address);
    const kindOfEntry = kinds.flatMap(([kind, count]) => Array<string>(count).fill(kind));
    const terms = words.flatMap(({ ways, text }) => [...ways.flat(), text]);
    const numbers = [...new Set(terms.map((term) => shardOf(term, shards)))];
    const { entries, hasAll } = rankEntries(words, {
      shards: await Promise.all(numbers.map((number) => load<TermShard>(`${folder}terms-${number}.json`))),
      count: kindOfEntry.length,
    });
    const kindOf = (entry: number): string => kindOfEntry[entry] ?? '';
    return {
      kinds: entries.map(kindOf),
      hasAll,
      read(kind, count) {
        const chosen = entries.filter((entry) => !kind || kindOf(entry) === kind).slice(0, count);
        return Promise.all(
          chosen.map(async (entry) => {
            const path = `${folder}entries-${Math.floor(entry / perFile)}.json`;
            const inFile = await load<FoundEntry[]>(path);
            return { kind: kindOf(entry), entry: inFile[entry % perFile]! };
          }),
        );
      },
    };
  };
}

/** Each file is asked for once; what failed is asked for again. */
function createLoad(): <T>(path: string) => Promise<T> {
  const kept: Record<string, Promise<never> | undefined> = {};
  return (path) =>
    (kept[path] ??= fetch(path)
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(path))))
      .catch((error: unknown) => {
        kept[path] = undefined;
        throw error;
      }) as Promise<never>);
}
