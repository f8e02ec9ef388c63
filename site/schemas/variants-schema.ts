import * as z from 'zod';

const ShareSchema = z
  .int()
  .min(0)
  .max(100)
  .meta({ examples: [50] })
  .optional();

/** How a landing page's visitors are split; who is given to none of the others sees the page itself. */
export const VariantsSchema = z
  .strictObject({
    /** Visitors in a hundred that see `<locale>.b.mdx`. */
    b: ShareSchema,
    /** Visitors in a hundred that see `<locale>.c.mdx`. */
    c: ShareSchema,
    /** Visitors in a hundred that see `<locale>.d.mdx`. */
    d: ShareSchema,
  })
  .refine(({ b = 0, c = 0, d = 0 }) => b + c + d <= 100, {
    error: 'Together they see more than all of the visitors: 100 at most.',
  });
