import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLICK_IDS, UTM_PARAMETERS } from '../../contract/touch.ts';
import { isLocalPath } from './is-local-path.ts';
import { parseTouch } from './parse-touch.ts';
import { redactText, redactUrl } from '../../contract/redact-personal-data.ts';

const NOW = Date.UTC(2026, 10, 24, 8, 30);
const HOST = 'www.northlake.example';
const PAGE = `https://${HOST}/en/whitepapers/inline-gauging/`;

const touchOf = (landingUrl?: string, referrer?: string, landedMsAgo?: number, landingVariant?: string) =>
  parseTouch(
    { landingUrl, referrer, landedMsAgo, landingVariant },
    {
      now: NOW,
      ownHosts: [HOST, 'localhost:4321'],
      variantsAt: (path) => (path === TRIED ? VARIANTS : undefined),
    },
  );

/** A page shown in two versions. */
const TRIED = '/en/landing/open-day/';
const VARIANTS = [{ id: 'b', share: 50 }] as const;

describe('a touch', () => {
  test('keeps the landing URL, every UTM parameter and every click id verbatim', () => {
    const utm = Object.fromEntries(UTM_PARAMETERS.map((name) => [name, `${name} 值`]));
    const clickIds = Object.fromEntries(CLICK_IDS.map((name) => [name, `${name}-AbC_13800138000`]));
    const url = `${PAGE}?${new URLSearchParams({ ...utm, ...clickIds, other: '1' })}#part`;
    expect(touchOf(url)).toEqual({ at: NOW, landingUrl: url, referrer: null, utm, clickIds, variant: null });
  });

  test('keeps the version of a page on which something is tried, and of no other', () => {
    const variants = (['a', 'b', 'c', 'B', undefined] as const).map(
      (variant) => touchOf(`https://${HOST}${TRIED}?utm_source=x`, undefined, 0, variant).variant,
    );
    expect(variants).toEqual(['a', 'b', null, null, null]);
    expect(touchOf(PAGE, undefined, 0, 'b').variant).toBeNull();
    expect(touchOf(`https://elsewhere.example${TRIED}`, undefined, 0, 'b').variant).toBeNull();
  });

  test('hands a click id back byte for byte', () => {
    const id = 'a+b/c=%d~E';
    expect(touchOf(`${PAGE}?bd_vid=${encodeURIComponent(id)}`).clickIds).toEqual({ bd_vid: id });
    expect(touchOf(`${PAGE}?gclid=a+b`).clickIds).toEqual({ gclid: 'a+b' });
    expect(touchOf(`${PAGE}?gad_campaignid=13800138000`).clickIds).toEqual({ gad_campaignid: '13800138000' });
  });

  test('keeps a Baidu landing URL of 1,024 characters whole', () => {
    const url = `${PAGE}?bd_vid=Ab1&q=`.padEnd(1024, 'x');
    expect(touchOf(url).landingUrl).toBe(url);
  });

  test('cuts what is longer than 2,048 characters, after reading it', () => {
    const url = `${PAGE}?q=${'x'.repeat(3000)}&utm_source=baidu`;
    expect(touchOf(url)).toMatchObject({ landingUrl: url.slice(0, 2048), utm: { utm_source: 'baidu' } });
  });

  test('forgets a landing on the page of a link, whose address opens a file', () => {
    for (const path of ['/d/a.b.c', '/t/a.b.c?utm_source=x', '/api/register']) {
      expect(touchOf(`https://${HOST}${path}`)).toMatchObject({ landingUrl: null, utm: {} });
    }
    expect(touchOf('https://other.example/d/x').landingUrl).toBe('https://other.example/d/x');
  });

  test('takes the first of two values, and names as they are written', () => {
    expect(touchOf(`${PAGE}?utm_source=a&utm_source=b&UTM_MEDIUM=c&utm_campaign=`).utm).toEqual({
      utm_source: 'a',
    });
    expect(touchOf(`${PAGE}?sccid=a&ScCid=b`).clickIds).toEqual({ ScCid: 'b' });
  });

  test('reads the query, not the fragment', () => {
    expect(touchOf(`${PAGE}#?utm_source=a`).utm).toEqual({});
    expect(touchOf(`${PAGE}?utm_source=a#?utm_source=b`).utm).toEqual({ utm_source: 'a' });
  });

  test.each([
    ['another site', 'https://www.baidu.com/link?url=x', 'https://www.baidu.com/link?url=x'],
    ['an app', 'android-app://com.tencent.mm/', 'android-app://com.tencent.mm/'],
    ['our own page', `https://${HOST}/en/`, null],
    ['our own page without www', 'https://northlake.example/en/', null],
    ['our own page on another port', 'http://localhost:4321/en/', null],
    ['a script', 'javascript:alert(1)', null],
    ['data', 'data:text/html,x', null],
    ['no URL', 'www.baidu.com', null],
    ['nothing', '', null],
  ])('takes as referrer from %s: %j', (_, given, kept) => {
    expect(touchOf(PAGE, given).referrer).toBe(kept);
  });

  test.each([
    'javascript:alert(1)',
    '/relative/',
    '//evil.example',
    'https://',
    'http://[',
    'x'.repeat(9000),
  ])('leaves out a landing URL that is none', (url) => {
    expect(touchOf(url)).toEqual({
      at: NOW,
      landingUrl: null,
      referrer: null,
      utm: {},
      clickIds: {},
      variant: null,
    });
  });

  test('is dated by our clock, and never in the future', () => {
    expect(touchOf(PAGE, '', 60_000).at).toBe(NOW - 60_000);
    expect(touchOf(PAGE, '', -60_000).at).toBe(NOW);
    expect(touchOf(PAGE, '', 1e15).at).toBe(NOW - 30 * 24 * 3_600_000);
  });

  test('holds no control characters, whatever the URL hides', () => {
    const touch = touchOf(
      `${PAGE}?utm_source=a%0d%0aSet-Cookie:x%00&utm_term=%E2%80%AEx\r\n`,
      'https://a.example/\0\n',
    );
    expect(touch.utm).toEqual({ utm_source: 'aSet-Cookie:x', utm_term: 'x' });

    expect(`${touch.landingUrl}${touch.referrer}`).not.toMatch(/[\0-\x1f]/);
  });

  test('comes of any input', () => {
    const url = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }).map((text) => `${PAGE}?utm_source=${text}&gclid=${text}`),
      fc
        .string({ unit: fc.constantFrom('%', '4', '0', '2', '5', '@', 'a', '.', '&', '=', '+') })
        .map((text) => PAGE + text),
    );
    fc.assert(
      fc.property(url, url, fc.double(), (landing, referrer, ago) => {
        const touch = touchOf(landing, referrer, Number.isFinite(ago) ? ago : undefined);
        expect(touch).toEqual(touchOf(landing, referrer, Number.isFinite(ago) ? ago : undefined));
        expect(touch.landingUrl?.length ?? 0).toBeLessThanOrEqual(2048);
        expect(JSON.stringify(touch)).not.toMatch(/\\u(?:00[01]|d[89a-f])/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('personal data', () => {
  test.each([
    ['in a query', '?utm_content=lin.yue@northlake.example', '?utm_content=redacted-email'],
    ['percent-encoded', '?q=lin.yue%40northlake.example&x=1', '?q=redacted-email&x=1'],
    ['encoded twice', '?q=lin.yue%2540northlake.example', '?q=redacted-email'],
    ['encoded throughout', '?q=%6c%69%6e%40%62%2e%63%6f', '?q=redacted-email'],
    ['with a tag', '?q=lin%2Bpaper@northlake.example', '?q=redacted-email'],
    ['in a path', 'unsubscribe/lin@northlake.example/', 'unsubscribe/redacted-email/'],
    ['in a fragment', '#lin@northlake.example', '#redacted-email'],
    ['within words', '?q=mail%20lin@b.example%20now', '?q=mail%20redacted-email%20now'],
    ['beside a broken escape', '?q=%E4%zz-lin%40b.example', '?q=redacted-email'],
    ['a Chinese mobile', '?p=13800138000', '?p=redacted-phone'],
    ['a grouped mobile', '?p=138-0013-8000', '?p=redacted-phone'],
    ['a spaced mobile', '?p=138+0013+8000', '?p=redacted-phone'],
    ['with its country', '?p=%2B86%20138%200013%208000', '?p=redacted-phone'],
    ['a foreign number', '?p=%2B49%20170%201234567', '?p=redacted-phone'],
    ['with double zero', '?p=00491701234567', '?p=redacted-phone'],
    ['after Chinese letters', '?p=%E6%89%8B%E6%9C%BA13800138000', '?p=%E6%89%8B%E6%9C%BAredacted-phone'],
    ['encoded five times', '?q=lin%2525252540northlake.example', '?q=redacted-email'],
    ['in full-width characters', '?q=lin＠ｎｏｒｔｈ．example', '?q=redacted-email'],
    ['in encoded full-width ones', '?q=lin%EF%BC%A0north.example&x', '?q=redacted-email&x'],
    [
      'beside words with blanks',
      '?q=to+all:lin@b.example,+please%2b%20',
      '?q=to+all:redacted-email,+please%2b%20',
    ],
    ['twice', '?q=a@b.example,c%40d.example', '?q=redacted-email,redacted-email'],
    ['encoded and in plain', '?q=%e5%9c%a8-a%2540b.example%E7%BA%BF', '?q=redacted-email'],
    ['a mobile in full-width digits', '?p=１３８００１３８０００', '?p=redacted-phone'],
    [
      'in encoded full-width digits',
      `?p=x%20${encodeURIComponent('１３８００１３８０００')}%20y`,
      '?p=x%20redacted-phone%20y',
    ],
    ['encoded twice', '?p=%252B86%252013800138000', '?p=redacted-phone'],
    ['in brackets', '?p=(%2B86)138-0013-8000', '?p=redacted-phone'],
    ['with a zero in brackets', '?p=%2B86(0)13800138000', '?p=redacted-phone'],
    ['with 0086', '?p=0086-138-0013-8000', '?p=redacted-phone'],
    ['with 86 and no plus', '?p=8613800138000', '?p=redacted-phone'],
    ['in groups of four, three and four', '?p=1380-013-8000', '?p=redacted-phone'],
    ['in groups of three, three and five', '?p=138%20001%2038000', '?p=redacted-phone'],
    ['with underscores', '?p=tel_138_0013_8000', '?p=tel_redacted-phone'],
    ['a landline', '?p=0512-6688+8888', '?p=redacted-phone'],
    ['a landline in brackets', '?p=(010)%206688-8888', '?p=redacted-phone'],
    ['a number of the States', '?p=%2B1%20(617)%20555-0123', '?p=redacted-phone'],
    ['after a word', '?p=call+%2B49+170+1234567', '?p=call+redacted-phone'],
    ['in the value of a click id', '?gclid=lin@northlake.example', '?gclid=redacted-email'],
  ])('is taken out of a URL: %s', (_, given, redacted) => {
    expect(redactUrl(PAGE + given)).toBe(PAGE + redacted);
  });

  test('is taken out of the user part of a URL', () => {
    expect(redactUrl('https://lin:secret@a.example/@x')).toBe('https://a.example/@x');
  });

  test.each([
    '?utm_campaign=2026-11-24&utm_id=4711',
    '?t=1795509000000',
    '?order=20261124083000123',
    '?gad_campaignid=13800138000',
    '?bd_vid=13800138000',
    '?q=%E5%9C%A8%E7%BA%BF%zz',
    '@handle/post?size=10@2x',
    '?id=a13800138000b',
    '?q=gauge+20261124',
    '?q=LG-40+%2B+EC-10',
    '?utm_campaign=2026-q4-150-2026',
    '?id=3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    '?ip=192.168.100.200&v=1.12.3.4567',
    '?utm_content=1920x1080_300dpi',
  ])('is not seen where there is none: %s', (given) => {
    expect(redactUrl(PAGE + given)).toBe(PAGE + given);
  });

  test('is taken out of UTM values and referrers', () => {
    const touch = touchOf(
      `${PAGE}?utm_source=lin%40b.example&utm_term=138+0013+8000`,
      'https://a.example/?m=lin@b.example',
    );
    expect(touch.utm).toEqual({ utm_source: 'redacted-email', utm_term: 'redacted-phone' });
    expect(touch.referrer).toBe('https://a.example/?m=redacted-email');
    expect(JSON.stringify(touch)).not.toMatch(/lin(?:@|%40)|8000/);
  });

  test('is found between any neighbours, and not found twice', () => {
    const data = fc.constantFrom('lin.yue@b.example', '13800138000', '+49 170 1234567', '138-0013-8000');
    const between = fc.constantFrom(
      ' ',
      '/',
      '?',
      '&',
      '=',
      ';',
      ', ',
      '，',
      '：',
      ' (',
      ') ',
      '\n',
      '<',
      '> ',
    );
    const texts = fc.array(fc.tuple(between, data, between)).map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const redacted = redactText(text);
        expect(redacted).not.toMatch(/@|\d{4}/);
        expect(redactText(redacted)).toBe(redacted);
      }),
    );
  });

  test('never survives, however it is written, and takes nothing else along', () => {
    const wide = (text: string): string =>
      text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    const encode = (text: string): string => encodeURIComponent(text);
    const throughout = (text: string): string =>
      [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const writings: ((text: string) => string)[] = [
      encode,
      throughout,
      (text) => encode(encode(text)),
      (text) => throughout(throughout(text)),
      (text) => encode(throughout(encode(text))),
      (text) => encode(wide(text)),
      (text) => wide(text).replaceAll(wide('('), '(').replaceAll(wide(')'), ')'),
    ];
    const word = fc.string({ unit: fc.constantFrom(...Array.from('abcxyz09')), minLength: 1, maxLength: 8 });
    const email = fc
      .tuple(
        word,
        fc.constantFrom('', '.', '_', '-', '+'),
        word,
        word,
        fc.constantFrom('com', 'cn', 'example', 'com.cn'),
      )
      .map(([first, joint, last, domain, top]) => `${first}${joint}${last}@${domain}.${top}`);
    const digits = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789')),
      minLength: 8,
      maxLength: 8,
    });
    const mobile = fc
      .tuple(
        fc.constantFrom('', '+86', '+86 ', '0086', '86-', '(+86)', '+86-'),
        fc.integer({ min: 130, max: 199 }),
        fc.constantFrom('', '-', ' ', '.'),
        digits,
      )
      .map(([country, head, joint, rest]) =>
        [`${country}${head}`, rest.slice(0, 4), rest.slice(4)].join(joint),
      );
    const foreign = fc
      .tuple(fc.integer({ min: 1, max: 99 }), digits)
      .map(([country, rest]) => `+${country} ${rest.slice(0, 3)} ${rest.slice(3)}`);
    const before = fc.constantFrom(
      '',
      'x,',
      '%20',
      '%E5%9C%A8%20',
      'q:',
      '%zz,',
      '%e4%20',
      '50%25%20',
      '\u5728，',
    );
    const after = fc.constantFrom('', ',x', '%20%2B', '%20b', '&y=%2f', '#%41', ';z', '%20%e4');
    const data = fc.oneof(
      fc.tuple(email, fc.constant('redacted-email')),
      fc.tuple(fc.oneof(mobile, foreign), fc.constant('redacted-phone')),
    );
    fc.assert(
      fc.property(before, data, fc.constantFrom(...writings), after, (start, [plain, mark], write, end) => {
        expect(redactUrl(`${PAGE}?q=${start}${write(plain)}${end}`)).toBe(`${PAGE}?q=${start}${mark}${end}`);
      }),
      { numRuns: 2000 },
    );
  });

  test('is searched for in bounded time', () => {
    const hostile = [
      'a'.repeat(60_000),
      `${'a.'.repeat(30_000)}@`,
      '1-'.repeat(30_000),
      '%25'.repeat(20_000),
      '+1 '.repeat(20_000),
    ];
    const started = performance.now();
    for (const text of hostile) touchOf(`${PAGE}?q=${text}`, `https://a.example/${text}`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

test.each([
  ['/en/whitepapers/x/', true],
  ['/', true],
  ['//evil.example', false],
  ['/\\evil.example', false],
  ['https://evil.example', false],
  ['javascript:alert(1)', false],
  ['/a\nb', false],
  ['/a"onmouseover=x', false],
  ['', false],
  [`/${'a'.repeat(600)}`, false],
])('%j leads into the site: %s', (path, isLocal) => {
  expect(isLocalPath(path)).toBe(isLocal);
});
