import { formattedText } from './formatted-text.ts';

/** What a source is called in reports, e.g. `baidu` or `partner.example`. */
export const SourceNameSchema = formattedText({
  test: (value) => /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(value) && value.length <= 60,
  expects: 'Use small letters, digits, and single hyphens or dots.',
  example: 'trade-portal',
  repair: (value) =>
    value
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/([._-])[._-]+/g, '$1')
      .replace(/^[._-]+|[._-]+$/g, ''),
});
