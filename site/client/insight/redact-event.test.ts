import { expect, test } from 'vitest';
import { redactEvent } from './redact-event.ts';

test('addresses and numbers of people are struck out of an event, wherever they stand', () => {
  const event = {
    event: 'search',
    timestamp: new Date(5),
    properties: {
      $current_url: 'https://www.northlake.example/?mail=ada%40plant.example&gclid=13812345678',
      $referrer: '$direct',
      what: 'call 13812345678',
      list: [{ deep: 'ada@plant.example' }],
      $screen_width: 13_812_345_678,
      distinct_id: '01a20eba-1381-2345-6789-13812345678',
    },
  };
  expect(redactEvent(event)).toEqual({
    ...event,
    properties: {
      ...event.properties,
      $current_url: 'https://www.northlake.example/?mail=redacted-email&gclid=13812345678',
      what: 'call redacted-phone',
      list: [{ deep: 'redacted-email' }],
    },
  });
});
