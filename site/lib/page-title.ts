/** About what a search engine shows of a title, in Latin letters; a Chinese character takes the room of two. */
const MAX_COLUMNS = 70;

/** The title of a page with the brand behind it, where there is room for both. */
export function pageTitle(title: string, brand: string): string {
  const whole = `${title} · ${brand}`;
  return columnsOf(whole) <= MAX_COLUMNS ? whole : title;
}

function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u;
