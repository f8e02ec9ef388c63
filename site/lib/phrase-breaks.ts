import { escapeHtml } from '../../edge/contract/fill-template.ts';

/**
 * Marks where a Chinese heading may break: first between clauses (each in a `<span>` that is laid out as one
 * block), then between phrases (`<wbr>`), never within a word. Answers markup. Text without Chinese characters
 * comes back escaped and otherwise as it was.
 */
export function phraseBreaks(text: string): string {
  const clauses = phrasesOf(text).map((phrases) => phrases.map(escapeHtml).join('<wbr>'));
  return clauses.length === 1
    ? (clauses[0] ?? '')
    : clauses.map((clause) => `<span>${clause}</span>`).join('');
}

/** The clauses of a heading, each as the phrases it may break between. */
export function phrasesOf(text: string): string[][] {
  if (!HAN.test(text)) return [[text]];
  const kept = text.replace(/(?<=\d) (?=\p{Script=Han})/gu, '\u00a0');
  return kept.split(/(?<=[，：；？！。])(?=.)/u).map(splitPhrases);
}

function splitPhrases(clause: string): string[] {
  const phrases: string[] = [];
  let phrase = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(clause)) {
    if (mayBreak(phrase, segment)) {
      phrases.push(phrase);
      phrase = '';
    }
    phrase += segment;
  }
  return [...phrases, phrase];
}

const HAN = /\p{Script=Han}/u;
/** What leans on the word before it: particles, measure words, closing punctuation, a unit behind its number. */
const LEANS_BACK =
  /^[的地得了着过吗呢吧们里上下中内外前后时件支次卷台种个位条项份页，。、；：？！）》」』”’…—·%,.;:?!)\]\u00a0]/u;
/** What leans on the word after it: prepositions, negations, counts, opening punctuation. */
const LEANS_ON = /[不没无未每一两几这那各把被从向对与和或在到第（《「『“‘\d([\u00a0]$/u;
/** After these a phrase is over, however short it is. */
const ENDS_PHRASE = /[的地得了着过，。、；：？！）》」』”’…]$/u;

const JOINS = /^[与和或及]/u;
/** A preposition and the first half of what it governs. */
const HALF_PREPOSITIONAL = /^[在从把被对向与和].$/u;

function mayBreak(phrase: string, next: string): boolean {
  if (phrase === '' || LEANS_BACK.test(next) || !HAN.test(phrase.slice(-1) + next)) return false;
  if (ENDS_PHRASE.test(phrase) || JOINS.test(next)) return true;
  if (LEANS_ON.test(phrase) || HALF_PREPOSITIONAL.test(phrase)) return false;
  const length = [...phrase].length;
  // The segmenter knows few technical terms and cuts them into single characters.
  return length >= 4 || (length > 1 && [...next].length > 1);
}
