import type { Element, ElementContent } from 'hast';
import { element } from './element.ts';

/** Gives an element the place of the prop it comes from. */
type Locate = (node: Element) => Element;

/** Paragraphs of a prop's text: an empty line parts them, `**bold**` and `[words](address)` work as in Markdown. */
export function paragraphs(text: string, locate: Locate): Element[] {
  return text.split(/\n\s*\n/).map((paragraph) => element('p', {}, inlineText(paragraph.trim(), locate)));
}

/** The words of one paragraph. */
export function inlineText(text: string, locate: Locate): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    if (match.index > end) parts.push(words(text.slice(end, match.index)));
    const { bold, label, href } = match.groups ?? {};
    parts.push(
      bold === undefined
        ? locate(element('a', { href: href ?? '' }, [label ?? '']))
        : element('strong', {}, [bold]),
    );
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(words(text.slice(end)));
  return parts;
}

const MARKS = /\*\*(?<bold>[^*]+)\*\*|\[(?<label>[^\]]+)\]\((?<href>[^)\s]*)\)/g;

function words(value: string): ElementContent {
  return { type: 'text', value };
}
