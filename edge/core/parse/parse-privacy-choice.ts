import { isLocale } from '../../contract/locale.ts';
import { OPTIONAL_PURPOSES, type PrivacyChoice } from '../../contract/privacy-choice.ts';

/** What the browser says the visitor chose; undefined where that is nothing of ours. No lead is to be lost over it. */
export function parsePrivacyChoice(value: unknown): PrivacyChoice | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { granted, version, textHash, locale, chosenMsAgo } = value as Record<string, unknown>;
  const isSound =
    Array.isArray(granted) &&
    typeof version === 'string' &&
    VERSION.test(version) &&
    typeof textHash === 'string' &&
    SHA256.test(textHash) &&
    isLocale(locale) &&
    typeof chosenMsAgo === 'number' &&
    Number.isFinite(chosenMsAgo);
  if (!isSound) return undefined;
  return {
    granted: OPTIONAL_PURPOSES.filter((purpose) => granted.includes(purpose)),
    version,
    textHash,
    locale,
    chosenMsAgo: Math.round(Math.min(Math.max(chosenMsAgo, 0), MAX_AGE_MS)),
  };
}

const VERSION = /^[\w.-]{1,40}$/;
const SHA256 = /^[A-Za-z0-9_-]{43}$/;
/** As long as browsers keep a choice. */
const MAX_AGE_MS = 400 * 24 * 3_600_000;
