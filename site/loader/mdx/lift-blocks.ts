import type {} from 'mdast-util-mdx';
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { BLOCKS } from '../../blocks/blocks.ts';

interface Parent {
  children: RootContent[];
}

/**
 * Takes blocks out of the paragraphs they were written in: a paragraph can't hold them in HTML. The words before
 * and behind become paragraphs of their own, and so does plain text between a block's tags.
 */
export function liftBlocks(tree: Root): void {
  liftWithin(tree);
}

function liftWithin(parent: Parent): void {
  parent.children = parent.children.flatMap((child) => (child.type === 'paragraph' ? split(child) : [child]));
  for (const child of parent.children) {
    if (child.type !== 'paragraph' && child.type !== 'heading' && 'children' in child) liftWithin(child);
  }
}

function split(paragraph: Paragraph): RootContent[] {
  if (!paragraph.children.some(isBlock)) return [paragraph];
  const parts: RootContent[] = [];
  let words: PhrasingContent[] = [];
  const endParagraph = (): void => {
    const hasWords = words.some((word) => word.type !== 'text' || word.value.trim() !== '');
    if (hasWords) parts.push({ ...paragraph, children: words });
    words = [];
  };
  for (const child of paragraph.children) {
    if (!isBlock(child)) words.push(child);
    else {
      endParagraph();
      parts.push(asFlow(child));
    }
  }
  endParagraph();
  return parts;
}

function isBlock(node: PhrasingContent): node is Extract<PhrasingContent, { type: 'mdxJsxTextElement' }> {
  return node.type === 'mdxJsxTextElement' && node.name !== null && BLOCKS.has(node.name);
}

function asFlow(node: Extract<PhrasingContent, { type: 'mdxJsxTextElement' }>): RootContent {
  const { children, ...rest } = node;
  const words: Paragraph = { type: 'paragraph', children };
  return { ...rest, type: 'mdxJsxFlowElement', children: children.length > 0 ? [words] : [] };
}
