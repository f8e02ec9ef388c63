import * as z from 'zod';
import { entryHead } from './entry-head.ts';

/** The head of `articles/<slug>/<locale>.mdx`: a text that is all on its page, for readers who search. */
export function articleSchema<P extends z.ZodType>(picture: P) {
  return z.strictObject(entryHead(picture));
}
