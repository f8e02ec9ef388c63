/** How much room a text takes, in Latin letters; a Chinese character and a full-width sign take that of two. */
export function textColumns(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u;
