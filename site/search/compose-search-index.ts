import { SEARCH_KINDS } from './search-index.ts';
import type { FoundEntry, SearchKind, SearchManifest } from './search-index.ts';
import { searchWords, shardOf, termsOf } from './search-terms.ts';

/** What can be found of an entry, or of a page that gathers entries, in one language. */
export interface SearchDocument {
  readonly kind: SearchKind;
  /** Origin-relative. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly headings: readonly string[];
  /** Names of industries, roles, families, people; of a product its name and order codes. */
  readonly labels: readonly string[];
  readonly names: readonly string[];
  /** Everything else that the page says. */
  readonly text: string;
}

export interface SearchIndex {
  readonly manifest: Omit<SearchManifest, 'folder'>;
  /** JSON by file name. */
  readonly files: ReadonlyMap<string, string>;
}

/** How much one word says about the page, by where it stands. */
const FIELD_WEIGHTS = { title: 10, names: 10, headings: 5, description: 4, labels: 3, text: 1 } as const;

/** A phone loads files of this size within a moment. */
const SHARD_BYTES = 48_000;
const ENTRIES_BYTES = 48_000;
const MAX_SHARDS = 997;
/** Of the text of one entry; what comes after it nobody searches for. */
const MAX_TEXT = 20_000;
/** Weights are whole numbers up to this. */
const TOP_WEIGHT = 30;

/** The index of one language, in small files of which a search loads few. */
export function composeSearchIndex(documents: readonly SearchDocument[]): SearchIndex {
  const sorted = SEARCH_KINDS.flatMap((kind) => documents.filter((document) => document.kind === kind));
  // Texts use the same words again and again.
  const known = new Map<string, string[]>();
  const counted = sorted.map((document) => countTerms(document, known));
  const average = counted.reduce((sum, { length }) => sum + length, 0) / Math.max(1, counted.length);
  const postings = new Map<string, number[]>();
  for (const [number, { counts, length }] of counted.entries()) {
    for (const [term, count] of counts) {
      const posting = postings.get(term) ?? [];
      if (posting.length === 0) postings.set(term, posting);
      posting.push(number, weightOf(count, length / average));
    }
  }
  const shards = shardsOf(postings);
  const entries = sorted.map(entryOf);
  const bytes = entries.reduce((sum, entry) => sum + entry.join('').length, 0);
  const perFile = Math.max(1, Math.floor((ENTRIES_BYTES * entries.length) / Math.max(1, bytes)));
  const files = new Map<string, string>();
  for (const [index, shard] of shards.entries())
    files.set(`terms-${index}.json`, JSON.stringify(Object.fromEntries(shard)));
  for (let first = 0; first < entries.length; first += perFile)
    files.set(`entries-${first / perFile}.json`, JSON.stringify(entries.slice(first, first + perFile)));
  const kinds = SEARCH_KINDS.map((kind) => [kind, sorted.filter((one) => one.kind === kind).length] as const);
  return { manifest: { kinds, shards: shards.length, perFile }, files };
}

function countTerms(
  document: SearchDocument,
  known: Map<string, string[]>,
): { counts: Map<string, number>; length: number } {
  const counts = new Map<string, number>();
  let length = 0;
  const add = (text: string, weight: number): void => {
    for (const word of searchWords(text)) {
      const terms = known.get(word) ?? termsOf(word);
      known.set(word, terms);
      for (const term of terms) {
        length += 1;
        counts.set(term, (counts.get(term) ?? 0) + weight);
      }
    }
  };
  add(document.title, FIELD_WEIGHTS.title);
  add(document.description, FIELD_WEIGHTS.description);
  for (const field of ['headings', 'labels', 'names'] as const)
    for (const text of new Set(document[field])) add(text, FIELD_WEIGHTS[field]);
  add(document.text.slice(0, MAX_TEXT), FIELD_WEIGHTS.text);
  return { counts, length };
}

/** Saturates, and counts for less in long texts: BM25F with k = 6 and b = 0.5. */
function weightOf(count: number, relativeLength: number): number {
  const score = count / (count + 6 * (0.5 + 0.5 * relativeLength));
  return Math.max(1, Math.round(score * TOP_WEIGHT));
}

function shardsOf(postings: ReadonlyMap<string, number[]>): [string, number[]][][] {
  let bytes = 0;
  for (const [term, posting] of postings) bytes += term.length * 2 + 6 + posting.length * 3;
  const count = Math.min(MAX_SHARDS, Math.max(1, Math.ceil(bytes / SHARD_BYTES)));
  const shards = Array.from({ length: count }, (): [string, number[]][] => []);
  for (const posting of postings) shards[shardOf(posting[0], count)]?.push(posting);
  return shards;
}

function entryOf({ path, title, description, text }: SearchDocument): FoundEntry {
  return [path, title, description, text.slice(0, MAX_TEXT)];
}
