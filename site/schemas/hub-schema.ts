import * as z from 'zod';
import { FACETS } from './facets.ts';

/** One page that gathers entries of all kinds. */
export const HubSchema = z.strictObject({
  facet: z.enum(FACETS),
  /** An id of `industries` or `roles` in `site.yaml`, or a stage. */
  id: z.string(),
});
