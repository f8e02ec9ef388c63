import { formattedText } from './formatted-text.ts';

/** What a form calls one of its fields. */
export const FieldNameSchema = formattedText({
  test: (value) => /^[a-z][A-Za-z0-9]{0,39}$/.test(value) && !(value in {}),
  expects: 'Use camelCase: a small letter first, then letters and digits.',
  example: 'company',
  repair: (value) =>
    value
      .replace(/^[^A-Za-z]+/, '')
      .replace(/[^A-Za-z0-9]+(.?)/g, (_, next: string) => next.toUpperCase())
      .replace(/^./, (first) => first.toLowerCase()),
});
