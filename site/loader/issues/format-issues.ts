import type { Issue } from './issue.ts';

/** How parts of the list are coloured; left out, nothing is. */
export interface Paint {
  readonly place: (text: string) => string;
  readonly code: (text: string) => string;
  readonly fix: (text: string) => string;
}

/** The list people read: every issue with its place, cause and correction, and the count at the end. */
export function formatIssues(issues: readonly Issue[], paint: Paint = PLAIN): string {
  const blocks = issues.map((issue) => formatIssue(issue, paint));
  return [...blocks, countOf(issues)].join('\n\n');
}

/** One issue with its place, cause and correction. */
export function formatIssue(
  { file, line, column, code, message, hint, fix }: Issue,
  paint: Paint = PLAIN,
): string {
  const head = `${paint.place(`${file}:${line}:${column}`)}  ${paint.code(code)}`;
  return [head, ...[message, ...correction({ hint, fix }, paint)].map(indent)].join('\n');
}

function correction({ hint, fix }: { hint: string | undefined; fix: string | undefined }, paint: Paint) {
  if (fix === undefined) return hint === undefined ? [] : [hint];
  const painted = fix.split('\n').map(paint.fix).join('\n');
  if (hint === undefined) return [`Write:   ${alignUnder('Write:   ', painted)}`];
  const isShort = !fix.includes('\n') && hint.length + fix.length <= 100;
  return isShort ? [`${hint}   ${painted}`] : [hint, indent(painted)];
}

function alignUnder(prefix: string, text: string): string {
  return text.replaceAll('\n', `\n${' '.repeat(prefix.length)}`);
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}

function countOf(issues: readonly Issue[]): string {
  const files = new Set(issues.map((issue) => issue.file)).size;
  return `${count(issues.length, 'problem')} in ${count(files, 'file')}`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

const PLAIN: Paint = { place: (text) => text, code: (text) => text, fix: (text) => text };
