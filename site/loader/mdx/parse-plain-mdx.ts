import { parseExpressionAt } from 'acorn';
import type { Program } from 'estree';
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import type {} from 'mdast-util-mdx';
import { mdxToMdast } from 'satteri';
import { isPlainMdx } from './is-plain-mdx.ts';
import type { JsxElement } from './read-element.ts';

type FlowElement = Extract<RootContent, { type: 'mdxJsxFlowElement' }>;

/**
 * Reads a plain text into the tree `parseMdx` makes of it, several times as fast; runs nothing. Undefined where
 * the text isn't plain or can't be read: what is wrong with it `parseMdx` can tell.
 */
export function parsePlainMdx(text: string): Root | undefined {
  if (!isPlainMdx(text)) return undefined;
  try {
    const tree = mdxToMdast(text, { features: { frontmatter: false } });
    complete(tree, text);
    return tree.type === 'root' ? tree : undefined;
  } catch {
    return undefined;
  }
}

/** Adds what the native reader leaves out: paragraphs around words between tags; places and syntax of props. */
function complete(node: Nodes, text: string): void {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') completeProps(node, text);
  if (!('children' in node)) return;
  for (const child of node.children) complete(child, text);
  const parent = node as { children: RootContent[] };
  parent.children = parent.children.map((child) =>
    child.type === 'mdxJsxFlowElement' && child.children.some(isPhrasing) ? inParagraph(child) : child,
  );
}

const PHRASING: ReadonlySet<Nodes['type']> = new Set<PhrasingContent['type']>([
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'image',
  'imageReference',
  'inlineCode',
  'link',
  'linkReference',
  'mdxJsxTextElement',
  'strong',
  'text',
]);

function isPhrasing({ type }: Nodes): boolean {
  return PHRASING.has(type);
}

/** A tag with its words on one line is part of a paragraph. */
function inParagraph(element: FlowElement): RootContent {
  const inLine = { ...element, type: 'mdxJsxTextElement' } as unknown as PhrasingContent;
  return { type: 'paragraph', children: [inLine], ...(element.position && { position: element.position }) };
}

/** @throws {SyntaxError} when a prop isn't written in the plain way. */
function completeProps({ attributes, position }: JsxElement, text: string): void {
  const start = position?.start;
  if (!start) return;
  let offset = start.offset ?? 0;
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute') throw new SyntaxError('not a plain prop');
    const { name, value } = attribute;
    offset = skip(/[^\s=]*\s+/y, { text, offset });
    const line = start.line + text.slice(start.offset, offset).split('\n').length - 1;
    const point = { line, column: offset - text.lastIndexOf('\n', offset - 1), offset };
    attribute.position = { start: point, end: point };
    offset = skip(RegExp(name, 'y'), { text, offset });
    if (typeof value === 'string') offset = skip(/="[^"]*"/y, { text, offset });
    else if (value) {
      const expression = expressionAt(text, skip(/=\{/y, { text, offset }));
      value.data = { estree: programOf(expression) };
      offset = skip(/\s*\}/y, { text, offset: expression.end });
    }
  }
}

function skip(pattern: RegExp, { text, offset }: { text: string; offset: number }): number {
  pattern.lastIndex = offset;
  if (!pattern.test(text)) throw new SyntaxError('not a plain prop');
  return pattern.lastIndex;
}

/** @throws {SyntaxError} when there is no expression at `offset`. */
function expressionAt(text: string, offset: number): ReturnType<typeof parseExpressionAt> {
  return parseExpressionAt(text, offset, { ecmaVersion: 2024, sourceType: 'module', locations: true });
}

function programOf(expression: object): Program {
  return {
    type: 'Program',
    sourceType: 'module',
    body: [{ type: 'ExpressionStatement', expression }],
  } as Program;
}
