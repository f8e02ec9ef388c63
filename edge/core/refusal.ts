import { PROBLEMS, type FieldError, type ProblemCode } from '../contract/problem.ts';

/** A request is turned down for a reason of the catalogue. Carries codes and field paths, never values in `message`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly fieldErrors: readonly FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;

  constructor(code: ProblemCode, { fieldErrors, headers, cause }: RefusalDetails = {}) {
    super(PROBLEMS[code].title.en, cause === undefined ? undefined : { cause });
    this.code = code;
    this.fieldErrors = fieldErrors;
    this.headers = headers;
  }
}

export interface RefusalDetails {
  readonly fieldErrors?: readonly FieldError[] | undefined;
  /** More for the answer, e.g. `allow` or `retry-after`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly cause?: unknown;
}
