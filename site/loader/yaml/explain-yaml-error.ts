import type { ErrorCode } from 'yaml';
import type { Explanation } from '../issues/issue.ts';
import { quoteYaml } from './yaml-text.ts';

interface YamlErrorFacts {
  readonly code: ErrorCode;
  /** The parser's own words. */
  readonly reason: string;
  readonly line: number;
  readonly column: number;
  readonly lines: readonly string[];
}

interface LocatedExplanation {
  readonly line: number;
  readonly column: number;
  readonly explanation: Explanation;
  /** The whole line as it should be, where that is certain enough to go on with. */
  readonly repair?: { readonly line: number; readonly text: string } | undefined;
}

interface Trap {
  /** The corrected line, or undefined where this is not the mistake. */
  readonly repair: (line: string, before: string) => string | undefined;
  readonly message: string;
}

/** Says in a marketer's words what the YAML parser stumbled over; the known traps come with the corrected line. */
export function explainYamlError({ code, reason, line, column, lines }: YamlErrorFacts): LocatedExplanation {
  const text = lines[line - 1] ?? '';
  if (code === 'DUPLICATE_KEY') return { line, column, explanation: duplicateKey(text, column) };
  if (UNSUPPORTED.has(code)) return { line, column, explanation: UNSUPPORTED_PARTS };
  for (const candidate of candidateLines(line, { code, lines })) {
    const source = (lines[candidate - 1] ?? '').replace(/\r$/, '');
    for (const { repair, message } of TRAPS) {
      const repaired = repair(source, textBefore(candidate, lines));
      if (repaired === undefined || repaired === source) continue;
      return {
        line: candidate,
        column: candidate === line ? column : source.length - source.trimStart().length + 1,
        explanation: { code: 'YamlSyntax', message, fix: repaired.trim() },
        repair: { line: candidate, text: repaired },
      };
    }
  }
  return { line, column, explanation: unknownTrap(reason) };
}

const UNSUPPORTED: ReadonlySet<ErrorCode> = new Set(['BAD_ALIAS', 'TAG_RESOLVE_FAILED', 'MULTIPLE_DOCS']);

const UNSUPPORTED_PARTS: Explanation = {
  code: 'UnsupportedYaml',
  message: 'Content files are plain data: no anchors (&), aliases (*), tags (!) or second documents (---).',
  hint: 'Write the value out in full; put text that begins with & * or ! in quotes.',
};

/** Where a quote is left open, the parser only notices at the end: look for the line that opened it. */
function candidateLines(
  line: number,
  { code, lines }: { code: ErrorCode; lines: readonly string[] },
): readonly number[] {
  if (code !== 'MISSING_CHAR') return line > 1 ? [line, line - 1] : [line];
  const open = lines.findIndex((text) => OPEN_QUOTE.test(text.trimEnd()));
  return open >= 0 ? [open + 1] : [line];
}

function textBefore(line: number, lines: readonly string[]): string {
  return lines.slice(0, line - 1).findLast((text) => text.trim() !== '') ?? '';
}

const OPEN_QUOTE = /^(?:[^'"]*[:,[{-] ?)"(?:[^"\\]|\\.)*$|^(?:[^'"]*[:,[{-] ?)'(?:[^']|'')*$/;

const TRAPS: readonly Trap[] = [
  {
    message: 'A key ends with the half-width colon ":" and a space, not with the full-width "：".',
    repair: (line) => line.replace(/^(\s*(?:- +)?[A-Za-z][\w-]*)\s*：\s*/, '$1: '),
  },
  {
    message: 'Lines are indented with spaces; a tab can’t be read here.',
    repair: (line, before) => {
      if (!/^ *\t/.test(line)) return undefined;
      const [indent = ''] = /^ *(?:- +)?/.exec(before) ?? [];
      return ' '.repeat(indent.length) + line.trimStart();
    },
  },
  {
    message: 'A space is missing after the colon.',
    repair: (line) => line.replace(/^(\s*(?:- +)?[A-Za-z][\w-]*):(?=[^\s/:])/, '$1: '),
  },
  {
    message: 'A colon is missing after the key.',
    repair: (line) => line.replace(/^(\s*[A-Za-z][\w-]*)\s*$/, '$1:'),
  },
  {
    message: 'Text that begins with {{ must stand in quotes: YAML reads a brace as the start of a block.',
    repair: quotePlaceholders,
  },
  {
    message: 'A quote is opened but not closed.',
    repair: (line) => {
      const quote = OPEN_QUOTE.test(line) ? /[:,[{-] ?(["'])/.exec(line)?.[1] : undefined;
      return quote && !line.endsWith(quote) ? line + quote : undefined;
    },
  },
  {
    message: 'A single quote inside single quotes ends the text; use double quotes around it.',
    repair: (line) =>
      line.replace(
        /^(\s*(?:- +)?(?:[A-Za-z][\w-]*: +)?)'([^"]*\w'\w[^"]*)'$/,
        (_, head: string, text: string) => {
          return `${head}"${text.replaceAll("''", "'")}"`;
        },
      ),
  },
  {
    message:
      'Text that holds a colon and a space, or begins with a sign YAML uses itself, must stand in quotes.',
    repair: quoteValue,
  },
];

function quoteValue(line: string): string | undefined {
  const [, head, value] = /^(\s*(?:- +)?[A-Za-z][\w-]*: +)(\S.*)$/.exec(line) ?? [];
  if (head === undefined || value === undefined || /^['"[{|>]/.test(value)) return undefined;
  return /: |:$| #|^[@`%*&!]/.test(value) ? head + quoteYaml(value.trimEnd()) : undefined;
}

function quotePlaceholders(line: string): string | undefined {
  const plain = /^(\s*(?:- +)?[A-Za-z][\w-]*: +)(\{\{.*)$/.exec(line);
  if (plain?.[1] !== undefined && plain[2] !== undefined) return plain[1] + quoteYaml(plain[2].trimEnd());
  return line.replace(/(: *)(\{\{\{?\w+\}\}\}?[^,{}'"]*?)(?=\s*[,}])/g, (_, head: string, value: string) => {
    return head + quoteYaml(value);
  });
}

function duplicateKey(text: string, column: number): Explanation {
  const [key = ''] = /^[^:：\s]+/.exec(text.slice(column - 1)) ?? [];
  return {
    code: 'DuplicateKey',
    message: `"${key}" stands twice in this block; only one of them can count.`,
    hint: 'Delete one of the two lines.',
  };
}

function unknownTrap(reason: string): Explanation {
  return {
    code: 'YamlSyntax',
    message: `The YAML can’t be read here: ${reason.replace(/\.?$/, '.')}`,
    hint: 'A line is "key: value"; what belongs to a key is indented by two spaces; unusual text stands in quotes.',
  };
}
