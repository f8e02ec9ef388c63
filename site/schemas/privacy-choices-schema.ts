import * as z from 'zod';
import { OPTIONAL_PURPOSES, PRIVACY_MODES } from '../../edge/contract/privacy-choice.ts';
import { CountrySchema } from './country-schema.ts';
import { formattedText } from './formatted-text.ts';
import { localized } from './localized.ts';
import { TextSchema } from './text-schema.ts';

const ModeSchema = z.enum(PRIVACY_MODES);

const RegionSchema = z.strictObject({
  /** Countries by their two letters, e.g. `[US]`. Required. */
  countries: z
    .array(CountrySchema)
    .min(1)
    .meta({ examples: [['US']] }),
  /** What holds there before a choice. Required. */
  mode: ModeSchema,
});

const DomainSchema = formattedText({
  test: (value) => value.length <= 200 && /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*$/.test(value),
  expects: 'Use the domain alone: small letters, without https:// and without a dot before it.',
  example: 'company.com',
  repair: (value) =>
    value
      .toLowerCase()
      .replace(/^[a-z-]+:\/\//, '')
      .replace(/^\./, '')
      .replace(/[/?#:].*$/, ''),
});

/** What visitors may agree to besides what a page can't do without. */
export const PrivacyChoicesSchema = z
  .strictObject({
    /** Change it with the text, e.g. `2026-11`: everybody is asked again. Required. */
    version: formattedText({
      test: (value) => /^[\w.-]{1,40}$/.test(value),
      expects: 'Use letters, digits, dots and hyphens.',
      example: '2026-11',
    }),
    /** One or two sentences above the buttons. Required. */
    text: localized(TextSchema),
    /** What is measured with consent. Left out: the purpose is not there. */
    analytics: localized(TextSchema).optional(),
    /** What is used for advertising with consent. Left out: the purpose is not there. */
    marketing: localized(TextSchema).optional(),
    /** What holds before a choice: `opt-in` nothing, `opt-out` everything, with a banner, `off` everything, without. Default `opt-in`. */
    mode: ModeSchema.default('opt-in'),
    /** Other modes for some countries. */
    regions: z.array(RegionSchema).max(50).default([]),
    /** The domain whose sub-domains share the choice and the visits, e.g. `company.com`. Left out: each keeps its own. */
    domain: DomainSchema.optional(),
  })
  .refine((choices) => OPTIONAL_PURPOSES.some((purpose) => choices[purpose]), {
    error: 'Say what visitors may agree to: `analytics`, `marketing` or both.',
    when: ({ issues }) => issues.length === 0,
  });
