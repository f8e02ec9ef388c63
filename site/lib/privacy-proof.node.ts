import { hash } from 'node:crypto';
import { OPTIONAL_PURPOSES, type OptionalPurpose } from '../../edge/contract/privacy-choice.ts';
import { LOCALES, type Locale } from '../../edge/contract/locale.ts';
import { createTexts, type TextKey } from '../i18n/texts.ts';
import type { Site } from './content.ts';

export type PrivacyChoices = NonNullable<Site['privacyChoices']>;

/** What stands before the visitor, in one language, and what proves it later. */
export interface PrivacyProof {
  /** SHA-256 of all that is shown in this language, base64url. */
  readonly textHash: string;
  /** Changes with the text in any language and with the version: a choice made under another one counts no more. */
  readonly edition: string;
}

export function privacyProof(choices: PrivacyChoices, locale: Locale): PrivacyProof {
  const everything = LOCALES.map((one) => shownIn(choices, one)).join('\n');
  return {
    textHash: digest(shownIn(choices, locale)),
    edition: digest(`${choices.version}\n${everything}`).slice(0, 12),
  };
}

export function purposesOf(choices: PrivacyChoices): OptionalPurpose[] {
  return OPTIONAL_PURPOSES.filter((purpose) => choices[purpose]);
}

export const PURPOSE_LABELS = {
  analytics: 'privacyAnalytics',
  marketing: 'privacyMarketing',
} as const satisfies Record<OptionalPurpose, TextKey>;

function shownIn(choices: PrivacyChoices, locale: Locale): string {
  const text = createTexts(locale);
  return [
    text('privacyChoicesTitle'),
    choices.text[locale],
    ...purposesOf(choices).flatMap((purpose) => [
      text(PURPOSE_LABELS[purpose]),
      choices[purpose]?.[locale] ?? '',
    ]),
  ].join('\n');
}

function digest(text: string): string {
  return hash('sha256', text, 'base64url');
}
