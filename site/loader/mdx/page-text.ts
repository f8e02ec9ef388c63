import type { Issue, Place } from '../issues/issue.ts';

/** A page's text, ready to be shown, and what has to be checked against the rest of the content. */
export interface PageText {
  /** Empty where there are issues. */
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly links: readonly Reference[];
  readonly pictures: readonly Reference[];
  readonly issues: readonly Issue[];
}

export interface Heading {
  readonly depth: number;
  /** The id in the page. */
  readonly slug: string;
  readonly text: string;
}

/** An address in the text, as it was written. */
export interface Reference {
  readonly target: string;
  readonly place: Place;
}
