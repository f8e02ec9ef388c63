import type {} from 'mdast-util-mdx';
import type { Nodes, Root } from 'mdast';
import { issueAt } from '../issues/issue.ts';
import type { Explanation, Issue, Place } from '../issues/issue.ts';
import { readElement } from './read-element.ts';
import type { JsxElement, ReadElement } from './read-element.ts';

interface CheckedTree {
  readonly issues: readonly Issue[];
  /** What each tag of the tree stands for. */
  readonly elements: ReadonlyMap<JsxElement, ReadElement>;
}

/** Refuses code and unknown tags, and reads the blocks that are there. */
export function checkTree(tree: Root, file: string): CheckedTree {
  const issues: Issue[] = [];
  const elements = new Map<JsxElement, ReadElement>();
  const check = (node: Nodes, { isInWords, depth }: { isInWords: boolean; depth: number }): number => {
    const explanation = explainNode(node, depth);
    if (explanation) issues.push(issueAt(placeOf(node, file), explanation));
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const { read, issues: found } = readElement(node, file);
      issues.push(...found);
      if (read) elements.set(node, read);
      if (read?.kind === 'block' && isInWords)
        issues.push(issueAt(placeOf(node, file), misplaced(read.block.name)));
    }
    let last = node.type === 'heading' ? node.depth : depth;
    if (!('children' in node)) return last;
    const isWords = isInWords || HOLDS_WORDS.has(node.type);
    for (const child of node.children) last = check(child, { isInWords: isWords, depth: last });
    return last;
  };
  check(tree, { isInWords: false, depth: 1 });
  return { issues, elements };
}

const HOLDS_WORDS: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'heading', 'tableCell'] as const);

/** `depth` is the level of the heading before; the page's title counts as the first. */
function explainNode(node: Nodes, depth: number): Explanation | undefined {
  if (node.type === 'heading') return explainHeading(node.depth, depth);
  if (node.type === 'mdxjsEsm') {
    const line = node.value.split('\n', 1)[0]?.slice(0, 60) ?? '';
    const message = `"${line}" is code, and pages hold no code.`;
    return { code: 'CodeNotAllowed', message, hint: 'Blocks need no import: delete the line.' };
  }
  const isCode = node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';
  return isCode && !isComment(node.value) ? explainExpression(node.value) : undefined;
}

function explainExpression(value: string): Explanation {
  const inside = value.trim().replaceAll(/\s+/g, ' ');
  return {
    code: 'CodeNotAllowed',
    message: `{${inside.slice(0, 60)}} is code, and pages hold no code. As a sign of its own a brace is written \\{.`,
    fix: inside.length <= 60 ? `\\{${inside}}` : undefined,
  };
}

function explainHeading(level: number, before: number): Explanation | undefined {
  if (level === 1) {
    return {
      code: 'HeadingLevel',
      message: 'One # is the page’s title, which comes from "title". Headings in the text begin with ##.',
      fix: '## …',
    };
  }
  if (level <= before + 1) return undefined;
  const right = '#'.repeat(before + 1);
  return {
    code: 'HeadingLevel',
    message: `A heading with ${'#'.repeat(level)} stands directly under one with ${'#'.repeat(before)}; a level is left out.`,
    fix: `${right} …`,
  };
}

function misplaced(name: string): Explanation {
  return {
    code: 'MisplacedBlock',
    message: `<${name}> stands among words, where it can’t be shown.`,
    hint: 'Put it on lines of its own, with an empty line before and after.',
  };
}

function isComment(value: string): boolean {
  return value.replaceAll(/\/\*[^]*?\*\//g, '').trim() === '';
}

function placeOf(node: Nodes, file: string): Place {
  const start = node.position?.start;
  return { file, line: start?.line ?? 1, column: start?.column ?? 1 };
}
