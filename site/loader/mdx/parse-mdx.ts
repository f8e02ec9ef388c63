import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import { explainMdxError } from './explain-mdx-error.ts';

interface ParsedMdx {
  /** Null when the text could not be read. */
  readonly tree: Root | null;
  readonly issues: readonly Issue[];
}

/**
 * Reads Markdown with blocks into a tree; runs nothing. Where the parser stumbles over a single sign, that sign is
 * blanked in memory and reading goes on, so that later mistakes are told too.
 */
export function parseMdx({ file, text }: { file: string; text: string }): ParsedMdx {
  const issues: Issue[] = [];
  const processor = unified().use(remarkParse).use(remarkMdx).use(remarkGfm);
  let readable = text;
  for (let attempt = 0; attempt <= MAX_REPAIRS; attempt++) {
    try {
      const tree = processor.parse(readable);
      placeLinks(tree);
      return { tree, issues };
    } catch (error) {
      const { line, column, explanation, blank } = explainMdxError(error, { text, readable });
      issues.push(issueAt({ file, line, column }, explanation));
      if (!blank) break;
      readable =
        readable.slice(0, blank.start) + ' '.repeat(blank.end - blank.start) + readable.slice(blank.end);
    }
  }
  return { tree: null, issues };
}

const MAX_REPAIRS = 50;

/** Addresses that the parser makes links of in finished text come without a place; they get that of their paragraph. */
function placeLinks(parent: Nodes): void {
  if (!('children' in parent)) return;
  for (const child of parent.children) {
    if (child.type === 'link' && parent.position) child.position ??= parent.position;
    placeLinks(child);
  }
}
