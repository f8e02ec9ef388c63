import { isHan, LETTER, stem } from './search-terms.ts';
import type { QueryWord } from './read-query.ts';

/** A piece of a text; `isHit` where it is a word of the query. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

/** Room of an excerpt in characters; a Chinese one takes that of two. */
const ROOM = { han: 80, other: 160 } as const;

const HAN_TEXT = /\p{Script=Han}{2}/u;

/** The part of a text with most of the words, and a little before it. */
export function excerptOf(text: string, words: readonly QueryWord[]): string {
  const pattern = patternOf(words);
  const room = HAN_TEXT.test(text) ? ROOM.han : ROOM.other;
  if (!pattern || text.length <= room) return text;
  let [best, most] = [0, 0];
  for (const { index } of text.matchAll(pattern)) {
    const variety = new Set(text.slice(index, index + room / 2).match(pattern)).size;
    if (variety > most) [best, most] = [index, variety];
  }
  // Rather from where a sentence begins, and never from the middle of a word.
  const before = text.slice(Math.max(0, best - room / 4), best);
  const start = best < room / 4 ? 0 : best - before.replace(/^(?:.*[。；]|.*[.·] |.*?[ ，：])/s, '').length;
  const end = start + room;
  return `${start ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`;
}

/** The text in pieces, the words of the query apart. */
export function piecesOf(text: string, words: readonly QueryWord[]): Piece[] {
  const pattern = patternOf(words);
  const pieces: Piece[] = [];
  let end = 0;
  for (const { index, 0: hit, 1: before = '' } of pattern ? text.matchAll(pattern) : []) {
    const at = index + before.length;
    pieces.push({ text: text.slice(end, at), isHit: false });
    pieces.push({ text: text.slice(at, (end = index + hit.length)), isHit: true });
  }
  return [...pieces, { text: text.slice(end), isHit: false }].filter((piece) => piece.text !== '');
}

/** Its group is what stands before a word, for want of a look behind in older browsers. */
function patternOf(words: readonly QueryWord[]): RegExp | undefined {
  const rows = words.flatMap(({ text }) => (isHan(text) ? [text] : []));
  const others = words.flatMap(({ text }) => (isHan(text) ? [] : [spellings(text)]));
  const ways = [
    ...(others.length > 0 ? [`(^|[^\\p{L}\\p{N}]|\\p{Script=Han})(?:${others.join('|')})${LETTER}*`] : []),
    ...rows,
  ];
  return ways.length > 0 ? new RegExp(ways.join('|'), 'giu') : undefined;
}

/** `lg40` is found as `LG-40`, too. */
function spellings(word: string): string {
  return stem(word)
    .replace(/[-/’'.]/g, '\\W')
    .replace(/([a-z])(?=\d)|(\d)(?=[a-z])/g, '$&\\W?');
}
