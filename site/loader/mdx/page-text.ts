import type { Issue, Place } from '../issues/issue.ts';

/** A page's text, ready to be shown, and what has to be checked against the rest of the content. */
export interface PageText {
  /** Empty where there are issues. */
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly links: readonly Reference[];
  readonly pictures: readonly Reference[];
  /** Ids of people who are shown. */
  readonly people: readonly Reference[];
  /** Films and other files beside the page that are published with it. */
  readonly media: readonly Reference[];
  /** In their order. */
  readonly blocks: readonly BlockUse[];
  readonly issues: readonly Issue[];
}

export interface Heading {
  readonly depth: number;
  /** The id in the page. */
  readonly slug: string;
  readonly text: string;
}

/** A block in the text, its props checked and with their defaults. */
export interface BlockUse {
  readonly name: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** An address in the text, as it was written. */
export interface Reference {
  readonly target: string;
  readonly place: Place;
  /** How it is written with another name for `…`, where it stands in a block: `poster="…"`. */
  readonly prop?: string;
}
