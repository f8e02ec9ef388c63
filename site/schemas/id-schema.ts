import { formattedText } from './formatted-text.ts';

/** The id of a form, person, entry, role …: kebab-case, as its file or folder is named. */
export const IdSchema = formattedText({
  test: (value) => ID.test(value),
  expects: 'Use small letters, digits and single hyphens.',
  example: 'some-id',
  repair: toId,
});

/** The id that `value` would have if it were written well; empty when nothing is left of it. */
export function toId(value: string): string {
  return value
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
