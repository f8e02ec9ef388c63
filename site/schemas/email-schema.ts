import { formattedText } from './formatted-text.ts';

/** One plain e-mail address, without a display name. */
export const EmailSchema = formattedText({
  test: (value) => ADDRESS.test(value),
  expects: 'Use one plain address like name@company.com.',
  example: 'name@company.com',
  repair: (value) =>
    value
      .replace(/^.*<([^<>]+)>.*$/, '$1')
      .replace(/^mailto:/i, '')
      .replaceAll('＠', '@')
      .replaceAll('。', '.')
      .replace(/\s+/g, ''),
});

const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;
