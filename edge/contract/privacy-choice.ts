import type { Locale, Localized } from './locale.ts';

/** What a visitor may agree to besides what a page can't do without. */
export const OPTIONAL_PURPOSES = ['analytics', 'marketing'] as const;

export type OptionalPurpose = (typeof OPTIONAL_PURPOSES)[number];

/**
 * What holds until a visitor has chosen: `opt-in` nothing optional, `opt-out` everything, with a notice, `off`
 * everything, without one.
 */
export const PRIVACY_MODES = ['opt-in', 'opt-out', 'off'] as const;

export type PrivacyMode = (typeof PRIVACY_MODES)[number];

/** A mode in which something optional happens before a choice. */
export type GrantingMode = Exclude<PrivacyMode, 'opt-in'>;

/** What a visitor chose for the site; it travels with a registration. */
export interface PrivacyChoice {
  readonly granted: readonly OptionalPurpose[];
  readonly version: string;
  /** SHA-256 of the text in the language shown, base64url. */
  readonly textHash: string;
  readonly locale: Locale;
  /** ms between the choice and now. */
  readonly chosenMsAgo: number;
}

/** What a site asks for, and with which words. */
export interface PrivacyFacts extends PrivacyModes {
  readonly purposes: readonly OptionalPurpose[];
  readonly version: string;
  /** SHA-256 of all that is shown in each language, base64url: a choice proves itself by it. */
  readonly textHash: Localized;
  /** All of whose sub-domains are ours. */
  readonly domain?: string | undefined;
}

/** The modes of a site: one for everybody, others for some countries. */
export interface PrivacyModes {
  readonly mode: PrivacyMode;
  readonly regions: readonly { readonly countries: readonly string[]; readonly mode: PrivacyMode }[];
}
