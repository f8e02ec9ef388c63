import { formattedText } from './formatted-text.ts';

/** A telephone number to show and to call: international form, spaces allowed. */
export const PhoneSchema = formattedText({
  test: (value) => /^\+[1-9][\d ().-]{5,24}$/.test(value),
  expects: 'Write it with its country code, beginning with +.',
  example: '+86 512 0000 0101',
  repair: (value) => {
    if (/^1[3-9]\d{9}$/.test(value)) return `+86 ${value.slice(0, 3)} ${value.slice(3, 7)} ${value.slice(7)}`;
    return value.replace(/^00/, '+').replaceAll('＋', '+');
  },
});
