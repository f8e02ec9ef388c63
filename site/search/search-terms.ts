/**
 * Words and rows of Chinese characters of a text, folded: small letters, no accents, no full-width forms. A row of
 * Chinese is one word here; what stands between hyphens and points stays together.
 */
export function searchWords(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

/** What the index stores of a word: Chinese by pairs of characters, a compound as a whole and in its parts. */
export function termsOf(word: string): string[] {
  if (isHan(word)) return pairsOf(word);
  const parts = word.split(/[-/’']/);
  return parts.length > 1 ? [stem(parts.join('')), ...parts.map(stem)] : [stem(word)];
}

/** Pairs of neighbours; a single character is a term by itself. */
export function pairsOf(row: string): string[] {
  const characters = [...row];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

export function isHan(word: string): boolean {
  return HAN.test(word);
}

/** Which of `count` files holds the terms that begin as `term` does. */
export function shardOf(term: string, count: number): number {
  return (term.codePointAt(0) ?? 0) % count;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const HAN = /^\p{Script=Han}/u;
/** Pattern of a letter or digit of a script that has words. */
export const LETTER = String.raw`(?:(?!\p{Script=Han})[\p{L}\p{N}])`;
const WORD = new RegExp(String.raw`\p{Script=Han}+|${LETTER}+(?:[-./’']${LETTER}+)*`, 'gu');

/** What English words have in common with their plurals and forms; not a linguist's stem, but the same for both. */
export function stem(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  let root = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/([^su])s$/, '$1')
    .replace(/([a-z]{4})(?:ment|ly)$/, '$1')
    .replace(/([a-z]{3}[st])ion$/, '$1');
  const bare = root.replace(/([a-z]*[aeiouy][a-z]*)(?:ing|ed)$/, '$1');
  if (bare !== root && bare.length > 2) root = bare.replace(/([^aeiouls])\1$/, '$1');
  return root.length > 3 ? root.replace(/e$/, '') : root;
}
