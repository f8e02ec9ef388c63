import * as z from 'zod';

/** One value per language; both must be there, a silent fallback would show visitors the wrong language. */
export function localized<T extends z.ZodType>(value: T) {
  return z.strictObject({
    /** Simplified Chinese. Required. */
    zh: value,
    /** English. Required. */
    en: value,
  });
}
