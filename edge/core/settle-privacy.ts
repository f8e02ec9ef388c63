import { OPTIONAL_PURPOSES, type PrivacyChoice, type PrivacyFacts } from '../contract/privacy-choice.ts';
import type { Locale } from '../contract/locale.ts';
import type { ConsentRecord } from '../contract/registration.ts';
import { privacyModeFor } from './privacy-mode-for.ts';

/** What holds of the site's optional purposes for one registration. */
export interface SettledPrivacy {
  readonly consents: readonly ConsentRecord[];
  /** When the visitor chose; null where they did not, or did not provably. */
  readonly chosenAt: number | null;
  /** Whether a journey may be stored. */
  readonly keepsJourney: boolean;
}

const NOTHING: SettledPrivacy = { consents: [], chosenAt: null, keepsJourney: false };

/**
 * Decides by what a browser says was chosen, and believes only a choice made under the texts of now: another proof is
 * out of date or made up, and what rests on it is left out. Where nothing was chosen, a mode that grants by itself is
 * written down as that, if anything was kept by it.
 */
export function settlePrivacy({
  privacy,
  choice,
  hasJourney,
  country,
  locale,
  at,
}: {
  /** Undefined for a site that asks nothing. */
  readonly privacy: PrivacyFacts | undefined;
  readonly choice: PrivacyChoice | undefined;
  readonly hasJourney: boolean;
  readonly country: string | undefined;
  /** Of the page that was left to itself. */
  readonly locale: Locale;
  readonly at: number;
}): SettledPrivacy {
  if (!privacy) return NOTHING;
  const asked = OPTIONAL_PURPOSES.filter((purpose) => privacy.purposes.includes(purpose));
  const { version, textHash } = privacy;
  if (choice) {
    const { granted } = choice;
    if (choice.version !== version || choice.textHash !== textHash[choice.locale]) return NOTHING;
    return {
      consents: asked.map((purpose) => ({
        purpose: `site.${purpose}`,
        granted: granted.includes(purpose),
        version,
        textHash: choice.textHash,
        locale: choice.locale,
      })),
      chosenAt: at - choice.chosenMsAgo,
      keepsJourney: asked.includes('analytics') && granted.includes('analytics'),
    };
  }
  const mode = privacyModeFor(privacy, country);
  if (!hasJourney || mode === 'opt-in' || !asked.includes('analytics')) return NOTHING;
  return {
    consents: asked.map((purpose) => ({
      purpose: `site.${purpose}`,
      granted: true,
      version,
      textHash: mode === 'opt-out' ? textHash[locale] : '',
      locale,
      basis: mode,
    })),
    chosenAt: null,
    keepsJourney: true,
  };
}
