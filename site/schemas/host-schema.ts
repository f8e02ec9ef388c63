import { formattedText } from './formatted-text.ts';

/** The host of a web site, its sub-domains included; `google.*` under every top-level domain. */
export const HostSchema = formattedText({
  test: (value) => value.length <= 200 && HOST.test(value),
  expects: 'Use the host only: small letters, without https:// and without a path.',
  example: 'partner.example',
  repair: (value) =>
    value
      .toLowerCase()
      .replace(/^[a-z-]+:\/\//, '')
      .replace(/^www\./, '')
      .replace(/[/?#:].*$/, ''),
});

const HOST = /^(?:[a-z0-9_-]+\.)+(?:[a-z0-9-]*[a-z0-9]|\*)$/;
