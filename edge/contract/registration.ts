import type { Locale } from './locale.ts';
import type { GrantingMode, PrivacyChoice } from './privacy-choice.ts';

/** One checked value of a form: text, chosen options, or a tick. */
export type Answer = string | readonly string[] | boolean;

export type Answers = Readonly<Record<string, Answer>>;

/**
 * What a browser posts to `/api/register`.
 *
 * As JSON the object below. As `application/x-www-form-urlencoded` the same names flat: `form`, `entry`,
 * `locale`, `key`, `elapsedMs`, `landingUrl`, `referrer`, `page`, `variant`, one `answers.<field>` per value
 * (repeated for several options) and one `consents.<purpose>=yes` per ticked box, plus the trap field.
 */
export interface RegisterBody {
  readonly form: string;
  /** Entry id: kind folder and slug, e.g. `whitepapers/inline-gauging`. */
  readonly entry: string;
  readonly locale: Locale;
  /** Idempotency key, 16–64 characters of `[A-Za-z0-9_-]`; made by the client, absent without JavaScript. */
  readonly key?: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly consents: Readonly<Record<string, boolean>>;
  /** From the first touch of the form to the submission, ms; absent without JavaScript. */
  readonly elapsedMs?: number;
  readonly landingUrl?: string;
  readonly referrer?: string;
  /** ms between landing and submission, so that the server can date the touch by its own clock. */
  readonly landedMsAgo?: number;
  /** Origin-relative path of the page that holds the form. */
  readonly page?: string;
  /** Which version of the page held the form. One that does not run counts for none. */
  readonly variant?: string;
  /** Which version the visit began on. */
  readonly landingVariant?: string;
  /** Absent where the visitor has chosen nothing. */
  readonly privacyChoice?: PrivacyChoice;
  /** JSON text of a `SentJourney`; absent where the visitor has not agreed to it. */
  readonly journey?: string;
  /** The token of the last registration from this browser: what it answered need not be said again. */
  readonly visitor?: string;
  /** The trap: named like a field people would fill, hidden from them. */
  readonly website?: string;
}

/** The 201 answer of `/api/register`. */
export interface RegisterAnswer {
  /** The registration's public id. */
  readonly id: string;
  /** Origin-relative, `/d/<token>`; null where the form stands before no file. */
  readonly downloadUrl: string | null;
  /** Origin-relative thank-you page, `/t/<token>`. */
  readonly thanksUrl: string;
  /** When the download link stops working, RFC 3339; null where there is none. */
  readonly expiresAt: string | null;
  /** Stands for this registration in what the same browser sends later. */
  readonly visitor: string;
}

/** The proof of one agreed or refused purpose, as it was shown; those of the site itself are called `site.<purpose>`. */
export interface ConsentRecord {
  readonly purpose: string;
  readonly granted: boolean;
  readonly version: string;
  /** SHA-256 of the text in the language shown, base64url; empty where no text was shown. */
  readonly textHash: string;
  readonly locale: Locale;
  /** The earlier registration it was given in, where the same text was not shown again. */
  readonly from?: string | undefined;
  /** The mode by which it was granted while the visitor had chosen nothing; left out where they chose. */
  readonly basis?: GrantingMode | undefined;
}
