import type { ChannelRules } from './channels/channel-rules.ts';
import type { Form } from './form.ts';
import type { LeadRules } from './lead/lead-rules.ts';
import type { Locale, Localized } from './locale.ts';
import type { PrivacyFacts } from './privacy-choice.ts';
import type { VariantShare } from './variants.ts';

/**
 * Everything of a built site that the edge needs to know, written by the build as one JSON file
 * (`dist/edge/catalogue.json`) and handed to the app at start. Holds no visitor data and no secret.
 */
export interface Catalogue {
  readonly site: SiteFacts;
  readonly forms: Readonly<Record<string, Form>>;
  readonly entries: Readonly<Record<string, CatalogueEntry>>;
  /** By asset id, `<entry id>/<locale>`. */
  readonly assets: Readonly<Record<string, CatalogueAsset>>;
  readonly people: Readonly<Record<string, PersonFacts>>;
  readonly channels: ChannelRules;
  readonly leads: LeadRules;
  /** Pages the edge sends, drawn by the site with `{{placeholders}}`. */
  readonly pages: Readonly<Record<EdgePage, Localized>>;
  readonly mails: Readonly<Record<MailTemplateId, Localized<MailTemplate>>>;
}

export interface SiteFacts {
  /** Scheme and host of the published site, e.g. `https://www.northlake.example`. */
  readonly origin: string;
  readonly brand: Localized;
  readonly defaultLocale: Locale;
  /** Person id that owns a lead nobody else owns. */
  readonly leadOwner: string;
  readonly mail: {
    /** RFC 5322 mailbox, e.g. `Northlake <hello@northlake.example>`, named in the reader's language. */
    readonly from: Localized;
    readonly replyTo?: string | undefined;
  };
  /** Left out where visitors are not asked to agree to anything. */
  readonly privacy?: PrivacyFacts | undefined;
  /** The PostHog that events of visitors who agreed are handed on to; left out where there is none. */
  readonly insight?: { readonly key: string; readonly upstream: string } | undefined;
}

export interface CatalogueEntry {
  /** Kind folder and slug, e.g. `whitepapers/inline-gauging`. */
  readonly id: string;
  readonly title: Localized;
  /** Origin-relative page path per language. */
  readonly path: Localized;
  /** Form id of its gate. */
  readonly form: string;
  /** Asset id per language; null where the form stands before no file. */
  readonly asset: Localized | null;
  /** What follows a registration where there is no file, in the marketer's words. */
  readonly thanks?: Localized | undefined;
  /** Person id. */
  readonly owner: string;
  /** Industries it is for, as lead rules call them. */
  readonly industries: readonly string[];
  /** The product line of its leads: a family, or `DEFAULT_LINE`. */
  readonly line: string;
  /** True of an entry that has expired: nobody registers any more, links given out go on. */
  readonly isClosed?: boolean | undefined;
  /** The versions its page is shown in besides itself; left out where nothing is tried. */
  readonly variants?: readonly VariantShare[] | undefined;
}

export interface CatalogueAsset {
  /** The name the visitor's file gets; any script. */
  readonly fileName: string;
  readonly mediaType: string;
  /** Size in clear. */
  readonly bytes: number;
  /** Origin-relative path of the sealed bytes in the public output, e.g. `/_sealed/4fk….bin`. */
  readonly sealedPath: string;
}

export interface PersonFacts {
  readonly id: string;
  readonly name: Localized;
  readonly title: Localized;
  readonly email: string;
  readonly phone?: string | undefined;
}

/**
 * Pages the edge sends, and what stands in them for `{{name}}` (escaped) or `{{{name}}}` (markup of ours):
 * - `thanks`, after a registration: `entryTitle`, `downloadUrl`, `fileName`, `fileSize`, `expiresAt`, `pageUrl`
 * - `registered`, the same where there is no file: `entryTitle`, `thanks`, `pageUrl`
 * - `refused`, the form again with its errors: `title`, `hint`, `{{{errorList}}}`, `formTitle`, `{{{form}}}`, `pageUrl`, `requestId`
 * - `expired`, an old link and the offer of a new one: `title`, `hint`, `entryTitle`, `token`, `pageUrl`
 * - `held`, the link of a quarantined registration: `entryTitle`, `pageUrl`, `contactEmail`
 * - `message`, any other outcome: `title`, `hint`, `pageUrl`, `requestId`
 */
export type EdgePage = 'thanks' | 'registered' | 'refused' | 'expired' | 'held' | 'message';

/**
 * Mails, and what stands in them (subject and text take the same names, unescaped):
 * - `download`, to the prospect: `name`, `entryTitle`, `downloadUrl`, `fileName`, `fileSize`, `expiresAt`, `pageUrl`
 * - `confirmation`, to the prospect where there is no file: `name`, `entryTitle`, `thanks`, `pageUrl`
 * - `owner`, to the person who owns the lead: `ownerName`, `entryTitle`, `{{{answers}}}` (rows of a table, or
 *   lines of text), `channel`, `source`, `landingUrl`, `variant`, `referrer`, `location`, `consents`, `registeredAt`,
 *   `registrationId`
 */
export type MailTemplateId = 'download' | 'confirmation' | 'owner';

/** All three with `{{placeholders}}`; the HTML's are escaped when filled. */
export interface MailTemplate {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}
