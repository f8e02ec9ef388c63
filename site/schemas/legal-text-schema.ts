import * as z from 'zod';
import { LOCALES } from '../../edge/contract/locale.ts';

/** Which legal text an entry of the collection `legal` holds; the text itself is what it renders to. */
export const LegalTextSchema = z.strictObject({
  /** `imprint` or `privacy`. */
  page: z.enum(['imprint', 'privacy']),
  /** The language of the text. */
  locale: z.enum(LOCALES),
});
