import type { Element, ElementContent, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Locale } from '../../edge/contract/locale.ts';
import { WORDS } from './words.ts';

export type Draw = (locale: Locale) => string;

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly depth: 2 | 3;
}

export interface RenderedText {
  readonly html: string;
  readonly sections: readonly Section[];
}

/**
 * Markdown to the HTML that is printed. `![caption](figure:name)` is a drawn figure, a fenced block named
 * `formula` a formula, a quotation a box.
 * @throws {Error} when a figure is named that nobody draws.
 */
export function renderText(
  markdown: string,
  { locale, figures }: { locale: Locale; figures: Readonly<Record<string, Draw>> },
): RenderedText {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);
  const root = processor.runSync(processor.parse(keepUnits(markdown)));
  const sections: Section[] = [];
  let figureCount = 0;
  const children = root.children.map((node): RootContent => {
    if (node.type !== 'element') return node;
    if (node.tagName === 'h2' || node.tagName === 'h3') return numberHeading(node, sections);
    if (node.tagName === 'pre') return toFormula(node);
    const image = onlyImage(node);
    return image ? toFigure(image, { locale, figures, number: ++figureCount }) : node;
  });
  return { html: toHtml({ type: 'root', children }, { allowDangerousHtml: true }), sections };
}

/** A number and its unit stay on one line. */
function keepUnits(text: string): string {
  return text.replace(
    /(\d) (?=(?:[µmkMG]?[msWBKH]|µm|mm|km|m\/min|m\/s|mm\/s|kHz|Hz|GB(?:\/s)?|MB|kB|ms|px|K|p|℃|%)(?![A-Za-z]))/g,
    '$1\u00a0',
  );
}

function numberHeading(heading: Element, sections: Section[]): Element {
  const id = `s${sections.length + 1}`;
  const depth = heading.tagName === 'h2' ? 2 : 3;
  sections.push({ id, title: textOf(heading), depth });
  return { ...heading, properties: { id } };
}

function toFormula(pre: Element): Element {
  return {
    type: 'element',
    tagName: 'p',
    properties: { className: ['formula'] },
    children: [{ type: 'text', value: textOf(pre).trim() }],
  };
}

function onlyImage(node: Element): Element | undefined {
  const [first, second] = node.children;
  if (node.tagName !== 'p' || second || first?.type !== 'element' || first.tagName !== 'img')
    return undefined;
  return first;
}

function toFigure(
  image: Element,
  { locale, figures, number }: { locale: Locale; figures: Readonly<Record<string, Draw>>; number: number },
): Element {
  const name = String(image.properties['src']).replace(/^figure:/, '');
  const draw = figures[name];
  if (!draw) throw new Error(`no figure is called "${name}"; there are ${Object.keys(figures).join(', ')}`);
  const caption = String(image.properties['alt']);
  const label = `${WORDS.figure[locale]} ${number}`;
  const svg = draw(locale).replace(
    '<svg ',
    `<svg role="img" aria-label="${caption.replaceAll('"', '&quot;')}" `,
  );
  return element('figure', [
    { type: 'raw', value: svg } as unknown as ElementContent,
    element('figcaption', [
      element('b', [{ type: 'text', value: label }]),
      { type: 'text', value: ` ${caption}` },
    ]),
  ]);
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function textOf(node: Element): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}
