import { formattedText } from './formatted-text.ts';

/** ISO 3166-1 alpha-2. */
export const CountrySchema = formattedText({
  test: (value) => /^[A-Z]{2}$/.test(value),
  expects: 'Use the two capital letters of the country.',
  example: 'DE',
  repair: (value) => value.toUpperCase(),
});

/** ISO 3166-2. */
export const SubdivisionSchema = formattedText({
  test: (value) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(value),
  expects: 'Use the country, a hyphen and the code of the region.',
  example: 'CN-JS',
  repair: (value) => value.toUpperCase().replace(/[^A-Z0-9]+/g, '-'),
});
