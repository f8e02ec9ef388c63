import { formattedText } from './formatted-text.ts';
import { KINDS } from './kinds.ts';

/** Names an entry: its folder's name, with the kind's folder before it where that is another one. */
export const EntryIdSchema = formattedText({
  test: (value) => PATTERN.test(value),
  expects: 'Name an entry by its folder, e.g. inline-gauging, or cases/foil-coater for one of another kind.',
  example: 'cases/foil-coater',
  repair: (value) => value.replace(/^\/?(?:(?:zh|en)\/)?/, '').replace(/\/(?:(?:zh|en)\.mdx)?$/, ''),
});

const PATTERN = new RegExp(`^(?:(?:${KINDS.join('|')})/)?[a-z0-9]+(?:-[a-z0-9]+)*$`);
