import type * as z from 'zod';
import type { ChannelChanges } from '../../edge/contract/channels/channel-rules.ts';
import type { Form } from '../../edge/contract/form.ts';
import type { Locale, Localized } from '../../edge/contract/locale.ts';
import type { VariantShare } from '../../edge/contract/variants.ts';
import type { ConfirmationMailSchema } from '../schemas/confirmation-mail-schema.ts';
import type { CreditSchema } from '../schemas/credit-schema.ts';
import type { DownloadMailSchema } from '../schemas/download-mail-schema.ts';
import type { EntryState } from '../schemas/entry-state.ts';
import type { headSchemas } from '../schemas/head-schemas.ts';
import type { Kind } from '../schemas/kinds.ts';
import type { landingVariantSchema } from '../schemas/landing-variant-schema.ts';
import type { OwnerMailSchema } from '../schemas/owner-mail-schema.ts';
import type { personSchema } from '../schemas/person-schema.ts';
import type { PictureSchema } from '../schemas/picture-schema.ts';
import type { RoutingSchema } from '../schemas/routing-schema.ts';
import type { ScoringSchema } from '../schemas/scoring-schema.ts';
import type { siteSchema } from '../schemas/site-schema.ts';
import type { Specs } from '../schemas/specs-schema.ts';
import type { Heading } from './mdx/page-text.ts';

type Picture = typeof PictureSchema;

/** What `site.yaml` says; pictures are paths in the content folder's root. */
export type Site = z.output<ReturnType<typeof siteSchema<Picture>>>;

/** What the head of an entry's page says. */
export type Head<K extends Kind = Kind> = {
  [Each in K]: z.output<ReturnType<typeof headSchemas<Picture>>[Each]>;
}[K];

/** What the head of a variant says. */
export type VariantHead = z.output<ReturnType<typeof landingVariantSchema<Picture>>>;

export type Person = z.output<ReturnType<typeof personSchema<Picture>>> & { readonly id: string };

/** Texts of the mails, with `{{placeholders}}`. */
export interface MailTexts {
  readonly download: z.output<typeof DownloadMailSchema>;
  readonly confirmation: z.output<typeof ConfirmationMailSchema>;
  readonly owner: z.output<typeof OwnerMailSchema>;
}

/** A whole content folder, checked. */
export interface Content {
  readonly site: Site;
  readonly forms: Readonly<Record<string, Form>>;
  readonly people: Readonly<Record<string, Person>>;
  readonly mails: MailTexts;
  /** What `rules/channels.yaml` says; null where there is none. */
  readonly channels: ChannelChanges | null;
  /** What the other files of `rules/` say; null where there is none. */
  readonly scoring: z.output<typeof ScoringSchema> | null;
  readonly routing: z.output<typeof RoutingSchema> | null;
  readonly credit: z.output<typeof CreditSchema> | null;
  /** Of all kinds, newest first. */
  readonly entries: readonly Entry[];
  readonly legal: Readonly<Record<LegalPage, Localized<RenderedText>>>;
}

export type LegalPage = 'imprint' | 'privacy';

export type Entry<K extends Kind = Kind> = {
  [Each in K]: {
    readonly kind: Each;
    /** Kind folder and slug, e.g. `whitepapers/inline-gauging`. */
    readonly id: string;
    readonly slug: string;
    readonly state: EntryState;
    /** Of a product. */
    readonly specs: Specs | null;
    readonly pages: Localized<EntryPage<Each>>;
    /** Its other versions; none where nothing is tried. */
    readonly variants: readonly EntryVariant<Each>[];
  };
}[K];

/** Another version of a page, and how many of its visitors see it. */
export interface EntryVariant<K extends Kind = Kind> extends VariantShare {
  readonly pages: Localized<EntryPage<K>>;
}

export interface EntryPage<K extends Kind = Kind> extends RenderedText {
  readonly locale: Locale;
  /** Path of the page's file in the content folder. */
  readonly path: string;
  /** As written, with the defaults filled in. */
  readonly head: Head<K> & { readonly owner: string };
  /** Null for an entry without a gated file. */
  readonly asset: Asset | null;
}

/** HTML of a text; its pictures are still names that Astro resolves. */
export interface RenderedText {
  readonly html: string;
  readonly headings: readonly Heading[];
  /** Local pictures of the text, relative to its file. */
  readonly pictures: readonly string[];
  /** Blocks of the text, in their order. */
  readonly blocks: readonly { readonly name: string; readonly props: Readonly<Record<string, unknown>> }[];
}

/** The gated file of one page. */
export interface Asset {
  /** `<entry id>/<locale>`. */
  readonly id: string;
  /** Path of the clear file in the content folder. */
  readonly path: string;
  /** The name the visitor's copy gets. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
}
