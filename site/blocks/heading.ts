import type { Element, ElementContent } from 'hast';
import { phrasesOf } from '../lib/phrase-breaks.ts';
import { element } from './element.ts';

/** A large heading; a Chinese one breaks between its clauses and phrases, never within a word. */
export function heading(tagName: 'h1' | 'h2', text: string): Element {
  const clauses = phrasesOf(text).map((phrases) =>
    phrases.flatMap((phrase, index): ElementContent[] => [
      ...(index > 0 ? [element('wbr', {})] : []),
      { type: 'text', value: phrase },
    ]),
  );
  const [only] = clauses;
  const isOne = clauses.length === 1 && only !== undefined;
  return element(tagName, {}, isOne ? only : clauses.map((clause) => element('span', {}, clause)));
}
