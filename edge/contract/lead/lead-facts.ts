import type { Locale } from '../locale.ts';
import type { Answers } from '../registration.ts';

/**
 * What people do that scoring can give points for. `return` is found by the rules themselves: the first act after days
 * without one. `search` and `video` may come with a journey, too.
 */
export const ENGAGEMENT_TYPES = [
  'registration',
  'view',
  'return',
  'cta',
  'download',
  'video',
  'search',
  'form_start',
  'form_error',
  'form_abandon',
] as const;

export type EngagementType = (typeof ENGAGEMENT_TYPES)[number];

/** One thing a contact did. */
export interface Engagement {
  readonly at: number;
  readonly type: Exclude<EngagementType, 'return'>;
  /** Origin-relative. */
  readonly path: string;
  /** The form of a registration, the words of a button or a search, the file of a download. */
  readonly what: string;
  /** Of a view or a film; 0 elsewhere. */
  readonly seconds: number;
  /** Percent of a page that came into sight, or of a film that was seen; 0 elsewhere. */
  readonly depth: number;
}

/** What is known of a contact when rules judge their lead. */
export interface LeadFacts {
  /** The newest answer to each field of all their forms. */
  readonly answers: Answers;
  /** Of the e-mail address, lower case. */
  readonly mailDomain: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** ISO 3166-2 subdivision, without the country. */
  readonly region: string | null;
  readonly language: Locale | null;
  /** Of the entries they registered for. */
  readonly industries: readonly string[];
  /** Forms they registered with. */
  readonly forms: readonly string[];
  readonly acts: readonly Engagement[];
}

/** What else routing looks at. */
export interface RoutingFacts extends Omit<LeadFacts, 'acts'> {
  readonly line: string;
  /** Entries they registered for. */
  readonly entries: readonly string[];
  /** Who owns the entry they registered for last. */
  readonly entryOwner: string | null;
  readonly grade: Grade;
  /** Of the last non-direct touch. */
  readonly channel: string | null;
  readonly source: string | null;
  /** Who has other leads of this contact, or of their company. */
  readonly owner: { readonly person: string; readonly of: 'contact' | 'account' } | null;
}

export const GRADES = ['cold', 'warm', 'hot'] as const;

export type Grade = (typeof GRADES)[number];
