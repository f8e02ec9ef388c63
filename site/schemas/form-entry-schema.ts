import { FormSchema } from './form-schema.ts';
import { IdSchema } from './id-schema.ts';

/** A form with its id: the contract's `Form`. */
export const FormEntrySchema = FormSchema.extend({
  /** The file's name without `.yaml`. */
  id: IdSchema,
});
