import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { BLOCKS } from '../../blocks/blocks.ts';
import type { Block } from '../../blocks/block.ts';
import { issueAt } from '../issues/issue.ts';
import type { Explanation, Issue, Place } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { explainSchemaIssue } from '../yaml/explain-schema-issue.ts';
import type { Path } from '../yaml/path.ts';
import { literalValue, placeInLiteral } from './literal-value.ts';
import { HTML_ALTERNATIVES, SAFE_HTML } from './safe-html.ts';

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** What a tag in a page's text stands for, once its props are checked. */
export type ReadElement =
  | {
      readonly kind: 'block';
      readonly block: Block;
      readonly props: Readonly<Record<string, unknown>>;
      readonly place: Place;
      /** Where the prop at a path stands. */
      readonly placeAt: (path: Path) => Place;
    }
  | {
      readonly kind: 'html';
      readonly tagName: string;
      readonly properties: Readonly<Record<string, string>>;
    };

interface Reading {
  /** Null when the element is refused. */
  readonly read: ReadElement | null;
  readonly issues: readonly Issue[];
}

/** Finds the block or the safe HTML element behind a tag and checks its props at their places. */
export function readElement(node: JsxElement, file: string): Reading {
  const place = placeOf(node, file);
  const { name } = node;
  if (name === null) return refuse(place, FRAGMENT);
  const block = BLOCKS.get(name);
  if (block) return readBlock(node, { block, place });
  if (SAFE_HTML.has(name)) return readHtml(node, { tagName: name, place });
  return refuse(place, /^[a-z]/.test(name) ? explainHtml(name) : explainUnknown(name));
}

const FRAGMENT: Explanation = {
  code: 'HtmlNotAllowed',
  message: 'An empty tag <> does nothing here; delete it and its </>.',
};

function readBlock(node: JsxElement, { block, place }: { block: Block; place: Place }): Reading {
  const { props, issues, placeAt } = readProps(node, { block, place });
  if (issues.length > 0) return { read: null, issues };
  const isEmpty = node.children.length === 0;
  if (isEmpty === (block.children === 'required')) {
    const message = isEmpty
      ? `<${block.name}> has no text between its tags.`
      : `<${block.name}> takes no text between tags; it is written as one tag.`;
    return refuse(place, {
      code: 'InvalidBlock',
      message,
      hint: 'It is written like this:',
      fix: block.example,
    });
  }
  const result = block.props.safeParse(props, { reportInput: true });
  if (result.success) {
    return { read: { kind: 'block', block, props: result.data, place, placeAt }, issues: [] };
  }
  const source = { placeOf: placeAt, placeOfKey: placeAt, rawOf: () => undefined };
  const findings = result.error.issues.flatMap((issue) =>
    explainSchemaIssue(issue, { schema: block.props, source, data: props }),
  );
  const misspelt = new Set(findings.map(({ replaces }) => replaces));
  const told = findings.filter(({ path }) => !misspelt.has(path));
  return { read: null, issues: told.map((found) => issueAt(found.place, inBlock(found.explanation, block))) };
}

function inBlock({ code, message, hint }: Explanation, { name, example }: Block): Explanation {
  const meant = hint?.startsWith('Did you mean "') ? `${hint} ` : '';
  return {
    code,
    message: `<${name}>: ${message.replace('no key', 'no prop')}`,
    hint: `${meant}It is written like this:`,
    fix: example,
  };
}

function readProps(node: JsxElement, { block, place }: { block: Block; place: Place }) {
  const props: Record<string, unknown> = {};
  const places = new Map<string, (path: Path) => Place>();
  const issues: Issue[] = [];
  for (const attribute of node.attributes) {
    const at = placeOf(attribute, place.file, place);
    if (attribute.type !== 'mdxJsxAttribute') {
      issues.push(issueAt(at, { ...NOT_LITERAL, fix: block.example }));
      continue;
    }
    const { name, value } = attribute;
    const program = typeof value === 'object' ? value?.data?.estree : undefined;
    places.set(name, (path) => ({ ...at, ...(path.length > 0 ? placeInLiteral(program, path) : {}) }));
    const literal =
      typeof value === 'object' && value !== null ? literalValue(program) : { value: value ?? true };
    if (literal.refused)
      issues.push(issueAt({ ...at, ...literal.refused }, { ...NOT_LITERAL, fix: block.example }));
    else Object.defineProperty(props, name, { value: literal.value, enumerable: true, configurable: true });
  }
  const placeAt = (path: Path): Place => places.get(String(path[0]))?.(path.slice(1)) ?? place;
  return { props, issues, placeAt };
}

const NOT_LITERAL: Explanation = {
  code: 'CodeNotAllowed',
  message: 'Props hold plain data only: text in quotes, numbers, true, false, lists [ ] and groups { }.',
  hint: 'It is written like this:',
};

function readHtml(node: JsxElement, { tagName, place }: { tagName: string; place: Place }): Reading {
  const allowed = SAFE_HTML.get(tagName) ?? [];
  const properties: Record<string, string> = {};
  for (const attribute of node.attributes) {
    const isAllowed = attribute.type === 'mdxJsxAttribute' && allowed.includes(attribute.name);
    if (isAllowed && typeof attribute.value === 'string') properties[attribute.name] = attribute.value;
    else {
      const takes = allowed.length > 0 ? `only ${allowed.join(', ')}="…"` : 'no attributes';
      const message = `<${tagName}> takes ${takes}.`;
      return refuse(placeOf(attribute, place.file, place), { code: 'HtmlNotAllowed', message });
    }
  }
  return { read: { kind: 'html', tagName, properties }, issues: [] };
}

function explainHtml(name: string): Explanation {
  const alternative = Object.hasOwn(HTML_ALTERNATIVES, name) ? HTML_ALTERNATIVES[name] : undefined;
  const message = `<${name}> can’t be used in a page.`;
  if (alternative !== undefined) return { code: 'HtmlNotAllowed', message, fix: alternative };
  const hint = `Besides Markdown there are the blocks ${[...BLOCKS.keys()].join(', ')} and ${htmlNames()}.`;
  return { code: 'HtmlNotAllowed', message, hint };
}

function explainUnknown(name: string): Explanation {
  const meant = nearest(name, BLOCKS.keys());
  const example = meant === undefined ? undefined : BLOCKS.get(meant)?.example;
  return {
    code: 'UnknownBlock',
    message: `There is no block <${name}>.`,
    hint: meant === undefined ? `There are ${[...BLOCKS.keys()].join(', ')}.` : `Did you mean "${meant}"?`,
    fix: example,
  };
}

function htmlNames(): string {
  return [...SAFE_HTML.keys()].map((name) => `<${name}>`).join(' ');
}

function refuse(place: Place, explanation: Explanation): Reading {
  return { read: null, issues: [issueAt(place, explanation)] };
}

function placeOf(node: { position?: JsxElement['position'] }, file: string, fallback?: Place): Place {
  const start = node.position?.start;
  if (!start) return fallback ?? { file, line: 1, column: 1 };
  return { file, line: start.line, column: start.column };
}
