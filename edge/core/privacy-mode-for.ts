import type { PrivacyMode, PrivacyModes } from '../contract/privacy-choice.ts';

/** The mode for visitors of a country; where that is not known, the site's own. */
export function privacyModeFor({ mode, regions }: PrivacyModes, country: string | undefined): PrivacyMode {
  return regions.find(({ countries }) => country !== undefined && countries.includes(country))?.mode ?? mode;
}
