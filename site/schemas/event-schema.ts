import * as z from 'zod';
import { formattedText } from './formatted-text.ts';
import { TextSchema } from './text-schema.ts';

/** When and where a webinar, an open day or a fair takes place. */
export const EventSchema = z
  .strictObject({
    /** When it begins, as clocks there show it: `2026-12-10T14:00`. Required. */
    starts: localMoment('2026-12-10T14:00'),
    /** When it ends. Required. */
    ends: localMoment('2026-12-10T15:30'),
    /** The time zone there. Required. */
    zone: formattedText({
      test: isZone,
      expects: 'Name the zone by continent and city.',
      example: 'Asia/Shanghai',
    }),
    /** Where it takes place. Left out: online. */
    place: TextSchema.max(200).optional(),
  })
  .refine(({ starts, ends }) => starts < ends, {
    path: ['ends'],
    error: 'It must be later than "starts".',
    abort: true,
  });

function localMoment(example: string) {
  return formattedText({
    test: (value) => {
      const time = Date.parse(`${value}:00Z`);
      return (
        /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value) &&
        !Number.isNaN(time) &&
        new Date(time).toISOString().startsWith(value)
      );
    },
    expects: 'Write day and time, and a day that exists.',
    example,
    repair: (value) => value.replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}).*$/, '$1T$2'),
  });
}

function isZone(value: string): boolean {
  try {
    return /^[A-Z]\w+\/\w/.test(value) && Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}
