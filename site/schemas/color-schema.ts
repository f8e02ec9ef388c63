import { formattedText } from './formatted-text.ts';

/** A colour as `#rrggbb` or `#rgb`. */
export const ColorSchema = formattedText({
  test: (value) => /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(value),
  expects: 'Write it as # and six digits of 0–9 and a–f, in quotes.',
  example: '#ff5a1f',
  repair: (value) => `#${value.replace(/^#|^0x/i, '')}`.replaceAll('＃', '#'),
});
