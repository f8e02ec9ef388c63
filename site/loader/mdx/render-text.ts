import type {} from 'mdast-util-mdx';
import { toHtml } from 'hast-util-to-html';
import type { Element, ElementContent, Root } from 'hast';
import type { Nodes, Root as MdastRoot, RootContent } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Locale, Localized } from '../../../edge/contract/locale.ts';
import { checkTree } from './check-tree.ts';
import { liftBlocks } from './lift-blocks.ts';
import type { BlockUse, PageText } from './page-text.ts';
import { parseMdx } from './parse-mdx.ts';
import { parsePlainMdx } from './parse-plain-mdx.ts';
import { polishHtml } from './polish-html.ts';
import type { Place } from '../issues/issue.ts';
import type { Path } from '../yaml/path.ts';
import type { JsxElement, ReadElement } from './read-element.ts';

interface TextSource {
  readonly file: string;
  /** Markdown with blocks; lines that are no text (the head of a page) are left blank. */
  readonly text: string;
  readonly locale: Locale;
}

/** Turns a page's text into HTML. Text is data: blocks come from a fixed map and nothing in it is run. */
export function renderText(source: TextSource): PageText {
  return renderPlainText(source) ?? renderAnyText(source);
}

/** The quick way; undefined for a text that only `renderAnyText` can render or explain. */
export function renderPlainText(source: TextSource): PageText | undefined {
  const tree = parsePlainMdx(source.text);
  const rendered = tree && renderTree(tree, source);
  return rendered?.issues.length === 0 ? rendered : undefined;
}

/** The slow way, with every issue at its place. */
export function renderAnyText(source: TextSource): PageText {
  const { tree, issues: syntaxIssues } = parseMdx(source);
  if (!tree) return { ...EMPTY, issues: syntaxIssues };
  const rendered = renderTree(tree, source);
  const issues = [...syntaxIssues, ...rendered.issues];
  return { ...rendered, html: issues.length > 0 ? '' : rendered.html, issues };
}

const EMPTY: PageText = {
  html: '',
  headings: [],
  links: [],
  pictures: [],
  people: [],
  media: [],
  blocks: [],
  issues: [],
};

function renderTree(tree: MdastRoot, { file, locale }: TextSource): PageText {
  liftBlocks(tree);
  const { issues: treeIssues, elements } = checkTree(tree, file);
  const hast = toHast(tree, { elements, locale });
  const { issues: htmlIssues, ...found } = polishHtml(hast, { file, locale });
  const issues = [...treeIssues, ...htmlIssues];
  return { ...found, html: issues.length > 0 ? '' : toHtml(hast), blocks: blocksIn(elements), issues };
}

function blocksIn(elements: ReadonlyMap<JsxElement, ReadElement>): BlockUse[] {
  return [...elements.values()].flatMap((read) =>
    read.kind === 'block' ? [{ name: read.block.name, props: read.props, place: read.place }] : [],
  );
}

const FOOTNOTES: Localized<{ title: string; back: string }> = {
  zh: { title: '注释', back: '返回正文' },
  en: { title: 'Notes', back: 'Back to the text' },
};

function toHast(
  tree: MdastRoot,
  { elements, locale }: { elements: ReadonlyMap<JsxElement, ReadElement>; locale: Locale },
): Root {
  type State = { all(node: Nodes): ElementContent[] };
  const hidden: Element[] = [];
  const jsx = (state: State, node: JsxElement): ElementContent | undefined => {
    const read = elements.get(node);
    if (!read) return undefined;
    const children = state.all(node);
    if (read.kind === 'block') {
      const at = (path: Path, part: Element): Element => ({
        ...part,
        position: positionAt(read.placeAt(path)),
        data: { prop: propWith(path) } as Element['data'],
      });
      const drawn = read.block.render(read.props, { locale, children, at });
      if (drawn.tagName === 'p') {
        drawn.tagName = HIDDEN_PARAGRAPH;
        hidden.push(drawn);
      }
      return drawn;
    }
    return { type: 'element', tagName: read.tagName, properties: { ...read.properties }, children };
  };
  const drop = (): undefined => undefined;
  const processor = unified().use(remarkRehype, {
    clobberPrefix: '',
    footnoteLabel: FOOTNOTES[locale].title,
    footnoteBackLabel: FOOTNOTES[locale].back,
    handlers: {
      mdxJsxFlowElement: jsx,
      mdxJsxTextElement: jsx,
      mdxFlowExpression: drop,
      mdxTextExpression: drop,
      mdxjsEsm: drop,
      [WRAPPED]: (state: State, { content }: Wrapped): ElementContent[] => state.all(content),
    },
  });
  const hast = processor.runSync(wrap(tree));
  for (const drawn of hidden) drawn.tagName = 'p';
  return hast;
}

/** What a block drew as a paragraph; remark-rehype would unwrap it in a list, as if it were words of an item. */
const HIDDEN_PARAGRAPH = 'gatehouse-paragraph';

const WRAPPED = 'gatehouseText';
/** No parent in the eyes of a visitor of nodes. */
interface Wrapped {
  readonly type: typeof WRAPPED;
  readonly content: MdastRoot;
}

/**
 * The definitions of a text, and the text itself out of sight: before it begins, remark-rehype looks through the whole
 * tree for them, which takes longer than what it does afterwards.
 */
function wrap(tree: MdastRoot): MdastRoot {
  const wrapped: Wrapped = { type: WRAPPED, content: tree };
  return { ...tree, children: [...definitionsIn(tree), wrapped as unknown as RootContent] };
}

function definitionsIn(node: Nodes): RootContent[] {
  if (node.type === 'definition') return [node];
  if (!('children' in node)) return [];
  const within = node.children.flatMap(definitionsIn);
  return node.type === 'footnoteDefinition' ? [node, ...within] : within;
}

function positionAt({ line, column }: Place): NonNullable<Element['position']> {
  return { start: { line, column }, end: { line, column } };
}

/** A prop of the block, or of one of its items. */
function propWith(path: Path): string {
  const key = String(path.at(-1));
  return path.length === 1 ? `${key}="…"` : `${key}: '…'`;
}
