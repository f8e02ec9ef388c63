import { TextSchema } from './text-schema.ts';

/** A longer text in Markdown; headings begin with `##`. */
export const MarkdownSchema = TextSchema.meta({ examples: ['…'] });
