import { IdSchema, toId } from '../../site/schemas/id-schema.ts';
import type { Kind } from '../../site/schemas/kinds.ts';
import { classifyFile } from '../../site/loader/folder/classify-file.ts';

/** Of a longer title, the words up to here. */
const MAX_LENGTH = 40;

/** A name for the address, from the English title. */
export function suggestSlug(title: string): string {
  const latin = title.replaceAll('ß', 'ss');
  const whole = toId(latin.split(/[:：]/, 1)[0] ?? '') || toId(latin);
  if (whole.length <= MAX_LENGTH) return whole;
  const cut = whole.slice(0, MAX_LENGTH + 1);
  return cut.slice(0, cut.lastIndexOf('-')) || whole.slice(0, MAX_LENGTH);
}

/** Whether a folder may have the name; some addresses belong to pages of the site. */
export function isSlug(value: string, kind: Kind): boolean {
  return IdSchema.safeParse(value).success && classifyFile(`${kind}/${value}/en.mdx`).kind === 'page';
}
