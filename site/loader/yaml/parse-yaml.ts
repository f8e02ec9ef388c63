import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair, Scalar, YAMLError } from 'yaml';
import { issueAt } from '../issues/issue.ts';
import type { Issue, Place } from '../issues/issue.ts';
import { explainYamlError } from './explain-yaml-error.ts';
import type { Path } from './path.ts';

/** YAML that knows where everything in it stands. */
export interface YamlSource {
  readonly file: string;
  /** The plain data; undefined when the text could not be read at all. */
  readonly data: unknown;
  /** Problems of the text itself. */
  readonly issues: readonly Issue[];
  get(path: Path): unknown;
  /** The value at `path` where it is text, else undefined. */
  text(path: Path): string | undefined;
  /** Where the value at `path` begins; where its nearest parent does, if there is none. */
  placeOf(path: Path): Place;
  /** Where the key that holds `path` begins. */
  placeOfKey(path: Path): Place;
  /** Where the character at `offset` of the text at `path` stands, as exactly as its style allows. */
  placeIn(path: Path, offset: number): Place;
  /** The text of the value as it was written. */
  rawOf(path: Path): string | undefined;
}

interface YamlText {
  readonly file: string;
  readonly text: string;
  /** The line of the file that `text` begins on. Default 1. */
  readonly firstLine?: number;
}

/** Reads YAML as plain data. Never throws: what is wrong becomes an issue at its place. */
export function parseYaml({ file, text, firstLine = 1 }: YamlText): YamlSource {
  const { document, lineCounter, problems } = parseRepairing(text);
  const lines = text.split('\n');
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(Math.min(offset, text.length));
    // A line that was corrected in memory may be longer than the one people see.
    const column = Math.min(col, (lines[line - 1]?.length ?? 0) + 1);
    return { file, line: line + firstLine - 1, column };
  };
  const issues = problems.map(({ line, column, explanation }) =>
    issueAt({ file, line: line + firstLine - 1, column }, explanation),
  );
  const data: unknown = document?.toJS();
  const root = document?.contents ?? null;
  const rangeOf = (path: Path) => locate(root, path).range;
  return {
    file,
    data,
    issues,
    get: (path) => getIn(data, path),
    text: (path) => {
      const value = getIn(data, path);
      return typeof value === 'string' ? value : undefined;
    },
    placeOf: (path) => placeAt(rangeOf(path)[0]),
    placeOfKey: (path) => placeAt(locate(root, path).keyStart),
    placeIn: (path, offset) => placeAt(offsetIn(text, locate(root, path).node, offset)),
    rawOf: (path) => {
      const { node, range } = locate(root, path);
      return node ? text.slice(range[0], range[1]) : undefined;
    },
  };
}

interface Problem {
  readonly line: number;
  readonly column: number;
  readonly explanation: Parameters<typeof issueAt>[1];
}

interface Parsed {
  readonly document: Document | null;
  readonly lineCounter: LineCounter;
  readonly problems: readonly Problem[];
}

/** A mistake whose correction is known is corrected in memory, so that the rest of the file is checked too. */
function parseRepairing(text: string): Parsed {
  const problems: Problem[] = [];
  const lines = text.split('\n');
  for (let attempt = 0; ; attempt++) {
    const { document, lineCounter } = parseOnce(lines.join('\n'));
    const fatal = document.errors.find((error) => error.code !== 'DUPLICATE_KEY');
    if (!fatal) {
      const others = [...document.errors, ...unsupportedParts(document)];
      for (const error of others) problems.push(explain(error, { lines, lineCounter }));
      const isUsable = others.every((error) => error.code === 'DUPLICATE_KEY');
      return { document: isUsable ? document : null, lineCounter, problems };
    }
    const { repair, ...problem } = explain(fatal, { lines, lineCounter });
    problems.push(problem);
    if (!repair || attempt >= MAX_REPAIRS) return { document: null, lineCounter, problems };
    lines[repair.line - 1] = repair.text;
  }
}

const MAX_REPAIRS = 20;

function parseOnce(text: string) {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
    version: '1.2',
  });
  return { document: document as unknown as Document, lineCounter };
}

function explain(
  error: Pick<YAMLError, 'code' | 'message' | 'pos'>,
  { lines, lineCounter }: { lines: readonly string[]; lineCounter: LineCounter },
) {
  const { line, col } = lineCounter.linePos(error.pos[0]);
  return explainYamlError({ code: error.code, reason: error.message, line, column: col, lines });
}

/** Content is plain data: whatever refers, casts or runs is refused. */
function unsupportedParts(document: Document): Pick<YAMLError, 'code' | 'message' | 'pos'>[] {
  const parts: Pick<YAMLError, 'code' | 'message' | 'pos'>[] = [...document.warnings];
  const refuse = (node: Node): void => {
    const [start, end] = rangeOfNode(node, 0);
    parts.push({ code: 'BAD_ALIAS', message: '', pos: [start, end] });
  };
  visit(document, {
    Alias: (_, alias) => refuse(alias),
    Value: (_, value) => {
      const hasTag = value.tag !== undefined && document.warnings.length === 0;
      if (value.anchor || hasTag) refuse(value);
    },
  });
  return parts;
}

interface Located {
  readonly node: Node | null;
  readonly range: readonly [start: number, end: number];
  readonly keyStart: number;
}

function locate(root: Node | null, path: Path): Located {
  let found: Located = { node: root, range: rangeOfNode(root, 0), keyStart: rangeOfNode(root, 0)[0] };
  for (const key of path) {
    const next = childOf(found.node, key);
    if (!next) return { ...found, node: null };
    found = next;
  }
  return found;
}

function childOf(node: Node | null, key: PropertyKey): Located | null {
  if (isSeq(node)) {
    const item = node.items[Number(key)] as Node | undefined;
    if (!item) return null;
    const range = rangeOfNode(item, node.range?.[0] ?? 0);
    return { node: item, range, keyStart: range[0] };
  }
  if (!isMap(node)) return null;
  const pair = node.items.findLast((item) => keyText(item) === String(key));
  if (!pair) return null;
  const keyStart = rangeOfNode(pair.key as Node, node.range?.[0] ?? 0)[0];
  const value = pair.value as Node | null;
  const isWritten = value !== null && value.range && value.range[1] > value.range[0];
  return { node: value, range: isWritten ? rangeOfNode(value, keyStart) : [keyStart, keyStart], keyStart };
}

function keyText(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined;
}

function rangeOfNode(node: Node | null, fallback: number): readonly [number, number] {
  return node?.range ? [node.range[0], node.range[1]] : [fallback, fallback];
}

/** Block literals (`|`) and one-line scalars keep their characters in order; other styles begin at the node. */
function offsetIn(text: string, node: Node | null, offset: number): number {
  if (!isScalar(node) || !node.range || typeof node.value !== 'string') return node?.range?.[0] ?? 0;
  const [start, end] = node.range;
  if (node.type === 'BLOCK_LITERAL') return offsetInBlock(text, { start, end }, { scalar: node, offset });
  const raw = text.slice(start, end);
  if (raw.includes('\n')) return start;
  const ahead = raw.indexOf(node.value);
  return ahead < 0 ? start : start + ahead + offset;
}

function offsetInBlock(
  text: string,
  { start, end }: { start: number; end: number },
  { scalar, offset }: { scalar: Scalar; offset: number },
): number {
  const headEnd = text.indexOf('\n', start) + 1;
  const block = text.slice(headEnd, end).split('\n');
  const indent = Math.min(
    ...block.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length),
  );
  const before = String(scalar.value).slice(0, offset).split('\n');
  const lineStart = block.slice(0, before.length - 1).reduce((sum, line) => sum + line.length + 1, headEnd);
  return Math.min(lineStart + indent + (before.at(-1)?.length ?? 0), end);
}

function getIn(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
