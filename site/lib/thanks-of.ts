import type { Locale } from '../../edge/contract/locale.ts';
import { createTexts } from '../i18n/texts.ts';

/** What happens next where a form stands before no file: in the page's own words, or in ours. */
export function thanksOf(gate: { readonly thanks?: string | undefined } | undefined, locale: Locale): string {
  return gate?.thanks ?? createTexts(locale)('registeredThanks');
}
