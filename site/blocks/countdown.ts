import * as z from 'zod';
import type { Locale } from '../../edge/contract/locale.ts';
import { formattedText } from '../schemas/formatted-text.ts';
import { TextSchema } from '../schemas/text-schema.ts';
import { defineBlock } from './block.ts';
import { element } from './element.ts';

const CountdownPropsSchema = z.strictObject({
  /** The moment, with its distance from UTC: `2026-12-10T14:00+08:00`. Required. */
  to: formattedText({
    test: (value) => MOMENT.test(value) && !Number.isNaN(Date.parse(value)),
    expects: 'Write day, time and distance from UTC.',
    example: '2026-12-10T14:00+08:00',
    repair: (value) => value.replace(' ', 'T').replace(/(T\d{2}:\d{2})$/, '$1+08:00'),
  }),
  /** What happens then, e.g. `We start on`. Required. */
  label: TextSchema.max(80),
  /** What is said afterwards. Required. */
  over: TextSchema.max(160),
});

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})([+-]\d{2}:\d{2}|Z)$/;

/** The days, hours and minutes that are left; without a script the moment itself. */
export const countdown = defineBlock({
  name: 'Countdown',
  props: CountdownPropsSchema,
  children: 'none',
  example: '<Countdown to="2026-12-10T14:00+08:00" label="We start on" over="This event is over." />',
  render: ({ to, label, over }, { locale }) =>
    element('div', { className: ['countdown'], dataCountdown: to, dataOver: over }, [
      element('p', { className: ['countdown-when'] }, [
        `${label} `,
        element('time', { dateTime: to }, [momentText(to, locale)]),
      ]),
      // The moment is told above; digits that change every second are no use to the ear.
      element(
        'p',
        { className: ['countdown-left'], ariaHidden: 'true' },
        UNITS[locale].map((unit) =>
          element('span', {}, [element('b', {}, ['00']), element('small', {}, [unit])]),
        ),
      ),
    ]),
});

const UNITS: Record<Locale, readonly string[]> = {
  zh: ['天', '小时', '分', '秒'],
  en: ['days', 'hours', 'min', 's'],
};

/** As the clocks at the place of the event show it, whatever zone the reader is in. */
function momentText(to: string, locale: Locale): string {
  const [, day = '', time = '', offset = ''] = MOMENT.exec(to) ?? [];
  const date = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
  const zone = offset === 'Z' ? 'UTC' : `UTC${offset.replace(/^([+-])0?(\d+):00$/, '$1$2')}`;
  return locale === 'zh' ? `${date} ${time}（${zone}）` : `${date}, ${time} (${zone})`;
}
