/** The languages every visitor-facing text exists in. */
export const LOCALES = ['zh', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** One value per language; a missing language is a build error, never a silent fallback. */
export type Localized<T = string> = Readonly<Record<Locale, T>>;

export function isLocale(value: unknown): value is Locale {
  return value === 'zh' || value === 'en';
}

/** BCP 47 tags for `lang` and `hreflang`. */
export const LANGUAGE_TAGS: Localized = { zh: 'zh-Hans', en: 'en' };
