import { textColumns } from '../../lib/text-columns.ts';
import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import type { Source } from '../sources.ts';

/**
 * What search engines show whole. Google measures pixels: about 600 for a title and 960 for a description on a wide
 * screen, which is 60 and 160 Latin letters of ordinary text; Baidu shows 30 characters of a title and not quite 80
 * of a description. A Chinese character takes the room of two letters, so that one number does for both.
 */
const MAX_COLUMNS = { title: 60, description: 160 } as const;

const CODES = { title: 'LongTitle', description: 'LongDescription' } as const;

/** Titles and descriptions that search engines and share cards will cut: warnings, for the page works all the same. */
export function checkLengths(pages: readonly Source<unknown>[]): Issue[] {
  return pages.flatMap((page) => [...checkLength(page, 'title'), ...checkLength(page, 'description')]);
}

function checkLength({ yaml }: Source<unknown>, key: keyof typeof MAX_COLUMNS): Issue[] {
  const text = yaml.text([key])?.trim() ?? '';
  const [columns, max] = [textColumns(text), MAX_COLUMNS[key]];
  if (columns <= max) return [];
  return [
    issueAt(yaml.placeOf([key]), {
      code: CODES[key],
      message: `The ${key} takes ${columns} columns; search engines cut it at about ${max}, which is ${max / 2} Chinese characters.`,
      hint: `Shorten it, or put first what must be read: it would end with “${shownPart(text, max)}…”.`,
    }),
  ];
}

/** The last words that are still shown. */
function shownPart(text: string, max: number): string {
  let shown = '';
  for (const character of text) {
    if (textColumns(shown + character) > max - 1) break;
    shown += character;
  }
  // From the beginning of a word, where words have spaces between them.
  return shown
    .slice(-20)
    .replace(/^[\p{Script=Latin}\d’'-]+ /u, '')
    .trim();
}
