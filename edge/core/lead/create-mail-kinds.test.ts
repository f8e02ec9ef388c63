import { expect, test } from 'vitest';
import { FREE_MAIL_DOMAINS, THROWAWAY_DOMAINS } from '../../contract/lead/free-mail-domains.ts';
import { createMailKinds } from './create-mail-kinds.ts';

test.each([
  ['qq.com', 'free'],
  ['vip.163.com', 'free'],
  ['t-online.de', 'free'],
  ['mail.gmail.com', 'free'],
  ['yopmail.com', 'throwaway'],
  ['x.mailinator.com', 'throwaway'],
  ['northlake.example', 'business'],
  ['notqq.com', 'business'],
  ['com', 'business'],
  ['', 'business'],
  ['...', 'business'],
  ['constructor', 'business'],
] as const)('a mail from %j is %s', (domain, kind) => {
  expect(createMailKinds()(domain)).toBe(kind);
});

test('a company adds services of its own', () => {
  expect(createMailKinds(['Regional.example'])('mx.regional.example')).toBe('free');
});

test('the lists are domains in lower case, each once', () => {
  const all = [...FREE_MAIL_DOMAINS, ...THROWAWAY_DOMAINS];
  expect(all.length).toBeGreaterThan(150);
  expect(all.filter((domain, index) => all.indexOf(domain) !== index)).toEqual([]);
  expect(all.filter((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))).toEqual([]);
});
