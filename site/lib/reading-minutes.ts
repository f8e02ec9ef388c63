import type { Locale } from '../../edge/contract/locale.ts';

/** How long people take for a text: Chinese is counted by the character, everything else by the word. */
export function readingMinutes(html: string, locale: Locale): number {
  const text = html.replace(/<[^>]*>/g, ' ');
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{Script=Latin}\d][^\s\p{Script=Han}]*/gu)?.length ?? 0;
  const minutes =
    locale === 'zh'
      ? characters / CHARACTERS_A_MINUTE + words / WORDS_A_MINUTE
      : (characters + words) / WORDS_A_MINUTE;
  return Math.max(1, Math.round(minutes));
}

/** Technical texts are read slowly. */
const CHARACTERS_A_MINUTE = 350;
const WORDS_A_MINUTE = 200;
