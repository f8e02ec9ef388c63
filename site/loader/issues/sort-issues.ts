import type { Issue } from './issue.ts';

/** By file, line and column; the same problem at the same place is told once. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  const unique = new Map(issues.map((issue) => [keyOf(issue), issue]));
  return [...unique.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

function keyOf({ file, line, column, code, message }: Issue): string {
  return [file, line, column, code, message].join('\0');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
