import * as z from 'zod';
import { LOCALES } from '../../edge/contract/locale.ts';
import { AnalyticsSchema } from './analytics-schema.ts';
import { EmailSchema } from './email-schema.ts';
import { homeSchema } from './home-schema.ts';
import { IdSchema } from './id-schema.ts';
import { localized } from './localized.ts';
import { MarkdownSchema } from './markdown-schema.ts';
import { OriginSchema } from './origin-schema.ts';
import { PhoneSchema } from './phone-schema.ts';
import { PrivacyChoicesSchema } from './privacy-choices-schema.ts';
import { TextSchema } from './text-schema.ts';
import { ThemeSchema } from './theme-schema.ts';
import { DEFAULT_TIME_ZONE, TimeZoneSchema } from './time-zone-schema.ts';

/** `site.yaml`: all that is said once for the whole site. */
export function siteSchema<P extends z.ZodType>(picture: P) {
  return z.strictObject({
    /** Where the site is published, e.g. `https://www.company.com`. Required. */
    domain: OriginSchema,
    /** The company as visitors see it. Required. */
    brand: z.strictObject({
      /** The name. Required. */
      name: localized(TextSchema),
      /** One line that says what it stands for. Required. */
      tagline: localized(TextSchema),
      /** The logo, beside this file; an SVG is best. Required. */
      logo: picture,
    }),
    /** How the site looks; what is left out keeps the look of the house. */
    theme: ThemeSchema.prefault({}),
    /** The language of visitors whose language is unknown: `zh` or `en`. Required. */
    defaultLocale: z.enum(LOCALES),
    /** Where the days of the site begin: entries come out and expire by this zone. Default `Asia/Shanghai`. */
    timeZone: TimeZoneSchema.default(DEFAULT_TIME_ZONE),
    /** The links in the page head, in order. Required. */
    navigation: z.array(NavigationItemSchema).max(8),
    /** The industries that entries can name. Required. */
    industries: z.array(IndustrySchema).min(1),
    /** The roles of readers that entries can name. Required. */
    roles: z.array(RoleSchema).min(1),
    /** What the three stages are called, and what the page of each says first. Left out: the words of the house. */
    stages: z
      .strictObject({
        /** For those who learn how it is done. */
        awareness: StageSchema.optional(),
        /** For those who compare. */
        consideration: StageSchema.optional(),
        /** For those who choose. */
        decision: StageSchema.optional(),
      })
      .default({}),
    /** The families of products, in the order of the product list. */
    families: z.array(FamilySchema).default([]),
    /** The home page. Required. */
    home: homeSchema(picture),
    /** How visitors reach the company. Required. */
    contact: z.strictObject({
      /** Telephone with country code. */
      phone: PhoneSchema.optional(),
      /** A mailbox somebody reads. Required. */
      email: EmailSchema,
      /** The postal address. */
      address: localized(TextSchema).optional(),
    }),
    /** Rules for leads. Required. */
    leads: z.strictObject({
      /** Who gets a lead that nobody else owns: the name of a file in `people/`. Required. */
      owner: IdSchema.meta({ examples: ['lin-yue'] }),
    }),
    /** How our mails are sent. Required. */
    mail: z.strictObject({
      /** The sender. Required. */
      from: z.strictObject({
        /** The sender's name. Required. */
        name: localized(TextSchema),
        /** The sender's address, on a domain that may send for you. Required. */
        address: EmailSchema,
      }),
      /** Where answers go. Left out: to the sender's address. */
      replyTo: EmailSchema.optional(),
    }),
    /** What visitors may agree to besides what the site can't do without. Left out: nothing, and they are not asked. */
    privacyChoices: PrivacyChoicesSchema.optional(),
    /** Where behaviour goes besides the pool, with consent to `privacyChoices.analytics`. Left out: nowhere. */
    analytics: AnalyticsSchema.optional(),
    /** What the law wants to be said. Required. */
    legal: z.strictObject({
      /** The full name of the company. Required. */
      company: localized(TextSchema),
      /** The ICP filing number, needed on sites hosted in mainland China. */
      icp: TextSchema.optional(),
      /** The imprint, in Markdown: the page `/zh/imprint/`, `/en/imprint/`. Required. */
      imprint: localized(MarkdownSchema),
      /** The privacy notice, in Markdown: the page `/zh/privacy/`, `/en/privacy/`. Required. */
      privacy: localized(MarkdownSchema),
    }),
  });
}

const NavigationItemSchema = z.strictObject({
  /** The words of the link. Required. */
  label: localized(TextSchema),
  /** A page of this site without its language, e.g. `whitepapers`, or an address with `https://`. Required. */
  to: TextSchema.meta({ examples: ['whitepapers'] }),
});

const IndustrySchema = z.strictObject({
  /** What entries write under `industries`. Required, unique. */
  id: IdSchema.meta({ examples: ['battery'] }),
  /** What visitors read. Required. */
  label: localized(TextSchema),
  /** One or two sentences for the home page and the page of the industry. */
  text: localized(TextSchema).optional(),
});

const FamilySchema = z.strictObject({
  /** What products write under `family`. Required, unique. */
  id: IdSchema.meta({ examples: ['gauges'] }),
  /** What visitors read. Required. */
  label: localized(TextSchema),
  /** What the family is for, in one or two sentences. */
  text: localized(TextSchema).optional(),
});

const RoleSchema = z.strictObject({
  /** What entries write under `roles`. Required, unique. */
  id: IdSchema.meta({ examples: ['engineering'] }),
  /** What visitors read. Required. */
  label: localized(TextSchema),
  /** One or two sentences for the page of the role. */
  text: localized(TextSchema).optional(),
});

const StageSchema = z.strictObject({
  /** What visitors read. Required. */
  label: localized(TextSchema),
  /** One or two sentences for the page of the stage. */
  text: localized(TextSchema).optional(),
});
