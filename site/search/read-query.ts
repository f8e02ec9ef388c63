import { isHan, pairsOf, searchWords, termsOf } from './search-terms.ts';

/** One word of a query. */
export interface QueryWord {
  /** As it was typed, folded. */
  readonly text: string;
  /** An entry has the word when it has all terms of one of these. */
  readonly ways: readonly (readonly string[])[];
  /** The word may still grow: terms that begin with it count, too. */
  readonly isOpen: boolean;
}

/** Cuts a query into words; rows of Chinese where the browser's dictionary does, if it has one. */
export function readQuery(query: string): QueryWord[] {
  const typed = searchWords(query);
  const words = typed.flatMap((word) => (isHan(word) ? splitHan(word) : [word]));
  const isEnded = /\s$/.test(query);
  return [...new Set(words)].map((text, index, all) => ({
    text,
    ways: waysOf(text),
    isOpen: index === all.length - 1 && !isEnded,
  }));
}

function waysOf(word: string): string[][] {
  if (isHan(word)) return [pairsOf(word)];
  const [whole = word, ...parts] = termsOf(word);
  return parts.length > 1 ? [[whole], parts] : [[whole]];
}

/** Single characters that stand together are a word the dictionary lacks; alone between words they say little. */
function splitHan(row: string): string[] {
  if (!('Segmenter' in Intl)) return [row];
  const words: string[] = [];
  let loose = '';
  const flush = (): void => {
    const pairs = pairsOf(loose);
    if (pairs.length > 2) words.push(...pairs);
    else if ([...loose].length > 1 || loose === row) words.push(loose);
    loose = '';
  };
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(row)) {
    if ([...segment].length > 1) {
      flush();
      words.push(segment);
    } else loose += segment;
  }
  flush();
  return words.length > 0 ? words : [row];
}

/** Whether a term of the index is the word, or what it may become. */
export function isMeant(term: string, wanted: string, { text, isOpen }: QueryWord): boolean {
  if (term === wanted) return true;
  if (!isOpen) return false;
  // Half a word has not the stem of the whole: "measureme" is on its way from "measur".
  const isPast = term.length > 3 && text.startsWith(term) && /^[a-z]{0,3}$/.test(text.slice(term.length));
  return isHan(text) ? text === wanted && term.startsWith(text) : term.startsWith(text) || isPast;
}
