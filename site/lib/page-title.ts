import { textColumns } from './text-columns.ts';

/** About what a search engine shows of a title, in Latin letters; a Chinese character takes the room of two. */
const MAX_COLUMNS = 70;

/** The title of a page with the brand behind it, where there is room for both. */
export function pageTitle(title: string, brand: string): string {
  const whole = `${title} · ${brand}`;
  return textColumns(whole) <= MAX_COLUMNS ? whole : title;
}
