import { formatIssues } from './issues/format-issues.ts';
import type { Issue } from './issues/issue.ts';

/** The content has problems; the message is the whole list, as `check:content` prints it. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(`the content has problems\n\n${formatIssues(issues)}\n`);
    this.issues = issues;
    // The list is for writers; where in our code it was found helps nobody.
    this.stack = this.message;
  }
}
