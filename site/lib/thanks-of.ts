import type { Locale } from '../../edge/contract/locale.ts';
import { createTexts } from '../i18n/texts.ts';

/** The gate of an entry, as far as it tells what follows. */
export interface GateWords {
  /** Form id. */
  readonly form: string;
  readonly thanks?: string | undefined;
}

/** What happens next where a form stands before no file: in the page's own words, or in ours. */
export function thanksOf(gate: GateWords | undefined, locale: Locale): string {
  return gate?.thanks ?? createTexts(locale)('registeredThanks');
}
