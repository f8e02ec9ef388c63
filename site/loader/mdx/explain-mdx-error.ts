import type { Explanation } from '../issues/issue.ts';
import { VOID_ELEMENTS } from './safe-html.ts';

interface Texts {
  /** As it stands in the file. */
  readonly text: string;
  /** As it was given to the parser, of the same length. */
  readonly readable: string;
}

interface LocatedExplanation {
  readonly line: number;
  readonly column: number;
  readonly explanation: Explanation;
  /** What to blank so that the rest can be read; absent where nothing is certain. */
  readonly blank?: { readonly start: number; readonly end: number } | undefined;
}

interface Stumble extends Texts {
  readonly offset: number;
  readonly reason: string;
  readonly rule: string;
}

type Explained = Explanation & {
  readonly start: number;
  readonly blank?: { start: number; end: number } | undefined;
};

/** Says in a writer's words what the MDX parser stumbled over, with the corrected line where that is known. */
export function explainMdxError(error: unknown, texts: Texts): LocatedExplanation {
  const stumble = { ...texts, ...factsOf(error, texts.text) };
  for (const explain of TRAPS) {
    const explained = explain(stumble);
    if (!explained) continue;
    const { start, blank, ...explanation } = explained;
    return { ...lineColumn(texts.text, start), explanation, blank };
  }
  const { line, column } = lineColumn(texts.text, stumble.offset);
  const message = `The text can’t be read here: ${stumble.reason.replace(/\.?$/, '.')}`;
  return { line, column, explanation: { code: 'MdxSyntax', message } };
}

const TRAPS: readonly ((stumble: Stumble) => Explained | undefined)[] = [
  comment,
  bareAddress,
  lessThan,
  unquotedProp,
  openProp,
  importLine,
  expression,
  voidElement,
  unclosed,
  strayClosing,
  openTag,
];

function comment({ text, readable, offset }: Stumble): Explained | undefined {
  const start = readable.lastIndexOf('<', offset);
  if (start < 0 || !text.startsWith('<!--', start)) return undefined;
  const end = text.indexOf('-->', start);
  const inside = text.slice(start + 4, end < 0 ? start + 4 : end).trim();
  return {
    code: 'MdxSyntax',
    message: 'HTML comments can’t be read here; notes to yourself stand in {/* and */}.',
    fix: inside === '' || inside.includes('\n') ? '{/* a note */}' : `{/* ${inside} */}`,
    start,
    blank: { start, end: end < 0 ? start + 4 : end + 3 },
  };
}

function bareAddress({ text, readable, offset }: Stumble): Explained | undefined {
  const start = readable.lastIndexOf('<', offset);
  const [whole, address] =
    /^<((?:https?:\/\/|mailto:)[^\s<>]+|[^\s<>@/]+@[^\s<>]+)>/.exec(text.slice(start)) ?? [];
  if (start < 0 || whole === undefined || address === undefined) return undefined;
  const target = /^\w+:/.test(address) ? address : `mailto:${address}`;
  return {
    code: 'MdxSyntax',
    message: 'An address between < and > can’t be read here; write a link.',
    fix: `[${address.replace(/^(https?:\/\/|mailto:)/, '')}](${target})`,
    start,
    blank: { start, end: start + whole.length },
  };
}

function lessThan({ text, readable, offset, reason }: Stumble): Explained | undefined {
  if (!/before name|in name|before local name|before member name|after self-closing/.test(reason))
    return undefined;
  const start = readable.lastIndexOf('<', offset);
  if (start < 0) return undefined;
  return {
    code: 'MdxSyntax',
    message: 'A "<" begins a block. As a sign of its own it is written &lt; (or with a space behind it).',
    fix: aroundInLine(text, start, '&lt;'),
    start,
    blank: { start, end: start + 1 },
  };
}

function unquotedProp({ text, offset, reason }: Stumble): Explained | undefined {
  if (!reason.includes('before attribute value')) return undefined;
  const isList = text[offset] === '[';
  const [value = ''] = /^[^\s/>]*/.exec(text.slice(offset)) ?? [];
  return {
    code: 'MdxSyntax',
    message: isList
      ? 'A list stands in braces: items={[ … ]}.'
      : 'The value of a prop stands in straight quotes.',
    fix: isList ? undefined : `"${value.replaceAll(/["“”]/g, '')}"`,
    start: offset,
  };
}

function openProp({ text, offset, reason }: Stumble): Explained | undefined {
  if (!reason.includes('in attribute value')) return undefined;
  const opened = Math.max(text.lastIndexOf('="', offset - 1), text.lastIndexOf("='", offset - 1));
  if (opened < 0) return undefined;
  return { code: 'MdxSyntax', message: 'A quote is opened but not closed.', start: opened + 1 };
}

function importLine({ text, offset, reason }: Stumble): Explained | undefined {
  if (!reason.includes('import/exports')) return undefined;
  const start = text.lastIndexOf('\n', Math.min(offset, text.length - 1) - 1) + 1;
  return {
    code: 'CodeNotAllowed',
    message: 'A line that begins with "import" or "export" is read as code, and pages hold no code.',
    hint: 'Blocks need no import: delete the line. If it is a sentence, begin it with another word.',
    start,
  };
}

function expression({ text, readable, offset, reason }: Stumble): Explained | undefined {
  if (!/expression/.test(reason)) return undefined;
  const start = openBrace(readable, offset);
  if (start < 0) return undefined;
  if (readable[start - 1] === '=') {
    return {
      code: 'MdxSyntax',
      message: 'The value of this prop can’t be read: look for a missing quote, comma or bracket.',
      hint: "Lists look like this: items={[{ value: '0.4 µm', label: 'repeatability' }]}.",
      start,
    };
  }
  return {
    code: 'CodeNotAllowed',
    message: 'Braces hold code, and pages hold no code. As a sign of its own a brace is written \\{.',
    fix: aroundInLine(text, start, '\\{'),
    start,
    blank: { start, end: start + 1 },
  };
}

function voidElement({ text, reason, readable }: Stumble): Explained | undefined {
  const [, name, place] = /closing tag for `<([\w-]+)>` \((\d+:\d+)/.exec(reason) ?? [];
  if (name === undefined || place === undefined || !VOID_ELEMENTS.has(name)) return undefined;
  const start = offsetOf(readable, place);
  const end = readable.indexOf('>', start) + 1;
  const tag = text.slice(start, end);
  const fix = tag.replace(/\s*\/?>$/, ' />');
  return {
    code: 'MdxSyntax',
    message: `${tag} has no end: close it with a slash.`,
    fix,
    start,
    blank: { start, end },
  };
}

function unclosed({ reason, readable }: Stumble): Explained | undefined {
  const [, name, place] = /closing tag for `<([^`>]*)>` \((\d+:\d+)/.exec(reason) ?? [];
  if (name === undefined || place === undefined) return undefined;
  const start = offsetOf(readable, place);
  return {
    code: 'MdxSyntax',
    message: `<${name}> is opened here but not closed, or its end stands within another paragraph.`,
    hint: `Put <${name}> and </${name}> on lines of their own, with an empty line before and after the text.`,
    start,
  };
}

function strayClosing({ text, offset, reason, readable }: Stumble): Explained | undefined {
  if (!/closing slash `\/`/.test(reason)) return undefined;
  const start = readable.lastIndexOf('<', offset);
  const end = readable.indexOf('>', offset) + 1;
  if (start < 0 || end <= 0) return undefined;
  const tag = text.slice(start, end);
  return {
    code: 'MdxSyntax',
    message: `${tag} closes nothing: there is no such block open here.`,
    start,
    blank: { start, end },
  };
}

function openTag({ readable, offset, rule }: Stumble): Explained | undefined {
  if (rule !== 'unexpected-eof' && rule !== 'unexpected-character') return undefined;
  const start = readable.lastIndexOf('<', offset);
  if (start < 0) return undefined;
  return {
    code: 'MdxSyntax',
    message: 'A block begins here whose tag can’t be read to its end.',
    hint: 'A block looks like this: <Cta label="Get the white paper" />. A "<" of its own is written &lt;.',
    start,
  };
}

/** What the parser throws (a `VFileMessage`). */
interface MdxError {
  readonly reason?: string;
  readonly ruleId?: string;
  readonly place?: { readonly offset?: number; readonly start?: { readonly offset?: number } } | undefined;
}

function factsOf(error: unknown, text: string): Pick<Stumble, 'offset' | 'reason' | 'rule'> {
  const { reason = 'unknown', ruleId = '', place } = error as MdxError;
  const named = /\((\d+:\d+)/.exec(reason)?.[1];
  const offset = place?.start?.offset ?? place?.offset ?? (named ? offsetOf(text, named) : 0);
  return { offset: Math.min(offset, text.length), reason, rule: ruleId };
}

/** The brace that holds `offset`: that of a prop where there is one, else the innermost. */
function openBrace(text: string, offset: number): number {
  const open: number[] = [];
  for (let index = 0; index <= Math.min(offset, text.length - 1); index++) {
    if (text[index] === '{' && text[index - 1] !== '\\') open.push(index);
    if (text[index] === '}' && index < offset) open.pop();
  }
  const ofProp = open.findLast((index) => text[index - 1] === '=');
  return ofProp ?? open.at(-1) ?? text.lastIndexOf('{', offset);
}

function aroundInLine(text: string, at: number, replacement: string): string {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at);
  const before = text.slice(lineStart, at);
  const after = text.slice(at + 1, lineEnd < 0 ? undefined : lineEnd);
  const shownBefore = before.length > 30 ? `…${before.slice(-30)}` : before;
  const shownAfter = after.length > 30 ? `${after.slice(0, 30)}…` : after;
  return (shownBefore + replacement + shownAfter).trim();
}

function offsetOf(text: string, place: string): number {
  const [line = 1, column = 1] = place.split(':').map(Number);
  let start = 0;
  for (let current = 1; current < line; current++) start = text.indexOf('\n', start) + 1;
  return Math.min(start + column - 1, text.length);
}

function lineColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
