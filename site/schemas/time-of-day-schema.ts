import { formattedText } from './formatted-text.ts';

/** `9:00`, `18:30`; `24:00` is the end of a day. */
export const TimeOfDaySchema = formattedText({
  test: (value) => minutesOf(value) !== undefined,
  expects: 'Use hours and minutes, in quotes.',
  example: '9:00',
  repair: (value) => value.replace(/^(\d{1,2})[.：h](\d{2})$/, '$1:$2').replace(/^(\d{1,2})$/, '$1:00'),
});

/** Since midnight; undefined where the text is no time of day. */
export function minutesOf(text: string): number | undefined {
  const [, hours = '', minutes = ''] = /^(\d{1,2}):([0-5]\d)$/.exec(text) ?? [];
  const sum = Number(hours) * 60 + Number(minutes);
  return hours === '' || sum > 24 * 60 ? undefined : sum;
}
