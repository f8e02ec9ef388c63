import { excerptOf, piecesOf } from '../../search/excerpt.ts';
import type { QueryWord } from '../../search/read-query.ts';
import type { FoundEntry } from '../../search/search-index.ts';

/** One item of the list of results, the words of the query marked. */
export function drawResult(
  [path, title, description, text]: FoundEntry,
  { kind, words }: { readonly kind: string; readonly words: readonly QueryWord[] },
): HTMLElement {
  const marked = (part: string): (Node | string)[] =>
    piecesOf(part, words).map((piece) => (piece.isHit ? element('mark', [piece.text]) : piece.text));
  const link = element('a', marked(title));
  link.setAttribute('href', path);
  const excerpt = marked(excerptOf(text, words));
  return element('li', [
    element('p', [kind]),
    element('h2', [link]),
    element('p', marked(description)),
    ...(excerpt.length > 1 ? [element('p', excerpt)] : []),
  ]);
}

function element(name: string, content: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
