import { issueAt } from './issues/issue.ts';
import type { Issue } from './issues/issue.ts';

interface SplitPage {
  /** The YAML of the head; null when there is none. */
  readonly head: string | null;
  /** The line of the file that the head's YAML begins on. */
  readonly headLine: number;
  /** The text, with the head's lines left blank so that places stay those of the file. */
  readonly body: string;
  readonly issues: readonly Issue[];
}

/** Parts a page into its head between two lines of `---` and its text. */
export function splitPage(text: string, file: string): SplitPage {
  const opening = /^---[ \t]*\r?\n/.exec(text)?.[0];
  if (opening === undefined) return withoutHead(text, { file, message: explainStart(text) });
  const closing = /^---[ \t]*\r?$/m.exec(text.slice(opening.length));
  if (!closing) {
    const message = 'The head begins with --- on line 1, but no second line of --- ends it.';
    return withoutHead(text, { file, message, isOpen: true });
  }
  const head = text.slice(opening.length, opening.length + closing.index);
  const before = text.slice(0, opening.length + closing.index + closing[0].length);
  const blank = before.replaceAll(/[^\n]/g, '');
  return { head, headLine: 2, body: blank + text.slice(before.length), issues: [] };
}

function withoutHead(
  text: string,
  { file, message, isOpen = false }: { file: string; message: string; isOpen?: boolean },
): SplitPage {
  const fix = isOpen ? undefined : '---\ntitle: …\n---';
  const issue = issueAt({ file, line: 1, column: 1 }, { code: 'MissingFrontmatter', message, fix });
  return { head: null, headLine: 1, body: isOpen ? '' : text, issues: [issue] };
}

function explainStart(text: string): string {
  if (/^\s+---[ \t]*\r?\n/.test(text))
    return 'The head must begin on line 1 with ---; there is space before it.';
  if (/^[—–]+|^-{2}\s|^-{4,}/.test(text)) return 'The head begins with exactly three hyphens: ---.';
  return 'The page has no head. It begins on line 1 with ---, then come the keys, then --- again.';
}
