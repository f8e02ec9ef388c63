import { describe, expect, test } from 'vitest';
import type { VariantShare } from '../../contract/variants.ts';
import { chooseVariant } from './choose-variant.ts';
import { decideVariant, type PageRequest } from './decide-variant.ts';
import { isRobot } from './is-robot.ts';
import { networkOf } from './network-of.ts';

const BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/151.0.0.0 Safari/537.36';
const HALF: readonly VariantShare[] = [{ id: 'b', share: 50 }];
const THIRDS: readonly VariantShare[] = [
  { id: 'b', share: 33 },
  { id: 'c', share: 33 },
];

/** Neighbours in one network with one browser: as alike as visitors get. */
const VISITORS = Array.from(
  { length: 10_000 },
  (_, n) => `10.${n >> 12}.${(n >> 6) & 63}.${n & 63}\n${BROWSER}`,
);

const choices = (entry: string, variants: readonly VariantShare[]) =>
  VISITORS.map((visitor) => chooseVariant({ entry, variants }, visitor));

describe('chooseVariant', () => {
  test.each([
    ['landing/open-day', HALF],
    ['landing/sample-test', THIRDS],
    ['landing/x', [{ id: 'b', share: 5 }] as const],
  ])('gives each version of %s its share of 10,000 visitors', (entry, variants) => {
    const chosen = choices(entry, variants);
    for (const { id, share } of variants) {
      const part = chosen.filter((one) => one === id).length / 100;
      // Four standard deviations.
      expect(Math.abs(part - share)).toBeLessThan(4 * Math.sqrt((share * (100 - share)) / 10_000));
    }
  });

  test('gives a visitor the same version each time', () => {
    expect(choices('landing/open-day', HALF)).toEqual(choices('landing/open-day', HALF));
  });

  test('splits the visitors of one page anew on another', () => {
    const [one, other] = [choices('landing/one', HALF), choices('landing/two', HALF)];
    const both = one.filter((variant, n) => variant === 'b' && other[n] === 'b').length / 100;
    expect(Math.abs(both - 25)).toBeLessThan(2);
  });

  test('takes nobody away from a version whose share grows', () => {
    const [before, after] = [
      choices('landing/x', [{ id: 'b', share: 20 }]),
      choices('landing/x', [{ id: 'b', share: 30 }]),
    ];
    expect(before.every((variant, n) => variant === 'a' || after[n] === 'b')).toBe(true);
  });

  test('shows a version with no share to nobody, and one with all of it to everybody', () => {
    expect(new Set(choices('landing/x', [{ id: 'b', share: 0 }]))).toEqual(new Set(['a']));
    expect(new Set(choices('landing/x', [{ id: 'b', share: 100 }]))).toEqual(new Set(['b']));
  });
});

describe('decideVariant', () => {
  const ALL: readonly VariantShare[] = [{ id: 'b', share: 100 }];
  const decide = (
    headers: Readonly<Record<string, string>>,
    { variants = ALL, ...request }: Partial<PageRequest> & { variants?: readonly VariantShare[] } = {},
  ) =>
    decideVariant(
      { search: '', header: (name) => headers[name], remoteAddress: '192.0.2.1', ...request },
      { entry: 'landing/open-day', variants },
    );

  test.each([
    ['Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)'],
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
    [
      'Mozilla/5.0 AppleWebKit/537.36 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/151.0.0.0',
    ],
    ['Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)'],
    ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
    ['LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)'],
    ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'],
    ['WhatsApp/2.23.20.0'],
    ['Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 HeadlessChrome/151.0.0.0 Safari/537.36'],
    ['curl/8.11.0'],
    [''],
  ])('shows the page itself to %j', (userAgent) => {
    expect(decide({ 'user-agent': userAgent })).toBe('a');
  });

  test.each([
    [BROWSER],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.60',
    ],
    ['Mozilla/5.0 (Linux; Android 16; CUBOT X90) AppleWebKit/537.36 Chrome/151.0.0.0 Mobile Safari/537.36'],
  ])('takes %j for a person', (userAgent) => {
    expect([isRobot(userAgent), decide({ 'user-agent': userAgent })]).toEqual([false, 'b']);
  });

  test('shows the version that the address asks for, to robots too, if it runs', () => {
    const asked = (search: string) => decide({ 'user-agent': 'curl/8' }, { search, variants: THIRDS });
    const searches = [
      '?variant=b',
      '?utm_source=x&variant=c',
      '?variant=a',
      '?variant=d',
      '?variant=B',
      '?Variant=b',
      '?x',
    ];
    expect(searches.map(asked)).toEqual(['b', 'c', 'a', 'a', 'a', 'a', 'a']);
  });

  test('tells visitors behind one proxy apart, and knows one again whose proxy changes', () => {
    const variantsOf = (header: string) =>
      Array.from({ length: 64 }, (_, n) =>
        decide({ 'user-agent': BROWSER, [header]: `198.51.100.${n}, 10.0.0.${n}` }, { variants: HALF }),
      );
    expect(new Set(variantsOf('x-forwarded-for'))).toEqual(new Set(['a', 'b']));
    const other = Array.from({ length: 64 }, (_, n) =>
      decide({ 'user-agent': BROWSER, 'x-forwarded-for': `198.51.100.${n}, 10.9.9.9` }, { variants: HALF }),
    );
    expect(variantsOf('x-forwarded-for')).toEqual(other);
  });
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
  ['2001:DB8:1:0002::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001::2:3:4:5:6:7', '2001:0:2:3'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['', ''],
  ['unknown', 'unknown'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
