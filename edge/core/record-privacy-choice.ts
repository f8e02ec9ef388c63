import { OPTIONAL_PURPOSES, type OptionalPurpose, type PrivacyChoice } from '../contract/privacy-choice.ts';
import type { ConsentRecord } from '../contract/registration.ts';

/** Writes down what was chosen for the site, of the purposes it asks for; nothing where nothing was chosen. */
export function recordPrivacyChoice(
  choice: PrivacyChoice | undefined,
  purposes: readonly OptionalPurpose[],
): readonly ConsentRecord[] {
  if (!choice) return [];
  const { granted, version, textHash, locale } = choice;
  return OPTIONAL_PURPOSES.filter((purpose) => purposes.includes(purpose)).map((purpose) => ({
    purpose: `site.${purpose}`,
    granted: granted.includes(purpose),
    version,
    textHash,
    locale,
  }));
}
