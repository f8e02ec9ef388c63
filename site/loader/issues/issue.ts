import type { IssueCode } from './issue-codes.ts';

/** A place in a file, as editors count: lines and columns from 1, columns in UTF-16 units. */
export interface Place {
  /** Path from the working directory, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong and how to put it right. */
export interface Explanation {
  readonly code: IssueCode;
  /** What is wrong and why, in whole sentences. */
  readonly message: string;
  /** What was probably meant, or what to do. */
  readonly hint?: string | undefined;
  /** The corrected line or lines, ready to paste. */
  readonly fix?: string | undefined;
}

/** One problem of a content folder, at its place. */
export interface Issue extends Place, Explanation {}

/** Puts an explanation at its place. */
export function issueAt(place: Place, explanation: Explanation): Issue {
  return { file: place.file, line: place.line, column: place.column, ...explanation };
}
