import { afterEach, describe, expect, test, vi } from 'vitest';
import { Refusal } from '../refusal.ts';
import { bodyType } from './body-type.ts';
import { readBody } from './read-body.ts';
import { requireSameOrigin } from './require-same-origin.ts';

const LIMITS = { maxBytes: 1000, timeoutMs: 15_000 };

const codeOf = (work: () => unknown): Promise<string> =>
  Promise.resolve()
    .then(work)
    .then(
      () => 'accepted',
      (error: unknown) => (error instanceof Refusal ? error.code : `threw ${String(error)}`),
    );

describe('same origin', () => {
  const OWN = { host: 'localhost:4321', siteHost: 'www.northlake.example' };
  const check = (headers: Record<string, string>) =>
    codeOf(() => requireSameOrigin(new Headers(headers), OWN));

  test.each<[string, Record<string, string>]>([
    ['the origin is the host addressed', { origin: 'http://localhost:4321' }],
    ['the origin is the published site', { origin: 'https://www.northlake.example' }],
    [
      'the origin says more than the browser’s view of the site',
      { origin: 'https://www.northlake.example', 'sec-fetch-site': 'same-site' },
    ],
    ['a page without referrer sent it', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['the browser says so', { 'sec-fetch-site': 'same-origin' }],
    ['an old browser names our page', { referer: 'http://localhost:4321/zh/?a=1' }],
    ['a reload names our page', { 'sec-fetch-site': 'none', referer: 'https://www.northlake.example/zh/' }],
  ])('holds where %s', async (_, headers) => {
    expect(await check(headers)).toBe('accepted');
  });

  test.each<[string, Record<string, string>]>([
    ['nothing is said', {}],
    ['another site sent it', { origin: 'https://evil.example' }],
    ['another port sent it', { origin: 'http://localhost:4322' }],
    ['a sub-domain sent it', { origin: 'https://x.www.northlake.example' }],
    ['a look-alike sent it', { origin: 'https://www.northlake.example.evil.example' }],
    ['our name is only the user part', { origin: 'https://www.northlake.example@evil.example' }],
    ['the origin is hidden', { origin: 'null' }],
    ['the origin is no URL', { origin: 'www.northlake.example' }],
    [
      'the browser says cross-site',
      { 'sec-fetch-site': 'cross-site', referer: 'https://www.northlake.example/' },
    ],
    ['the browser says same-site only', { 'sec-fetch-site': 'same-site' }],
    ['the browser names no site at all', { 'sec-fetch-site': 'none' }],
    ['another page is named', { referer: 'https://evil.example/www.northlake.example' }],
    ['the referrer is a script', { referer: 'javascript://www.northlake.example/' }],
    [
      'a good referrer stands beside a bad origin',
      { origin: 'https://evil.example', referer: 'http://localhost:4321/' },
    ],
    [
      'a forwarding header claims our host',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    ],
  ])('does not hold where %s', async (_, headers) => {
    expect(await check(headers)).toBe('cross_site');
  });
});

describe('the type of a body', () => {
  const check = (headers: Record<string, string>) => codeOf(() => bodyType(new Headers(headers)));

  test.each([
    ['application/json', 'json'],
    ['Application/JSON; charset=UTF-8', 'json'],
    ['application/x-www-form-urlencoded;charset="utf-8"', 'urlencoded'],
  ])('%s is %s', (type, expected) => {
    expect(bodyType(new Headers({ 'content-type': type }))).toBe(expected);
  });

  test.each<[string, Record<string, string>]>([
    ['none', {}],
    ['text', { 'content-type': 'text/plain' }],
    ['JSON in disguise', { 'content-type': 'text/plain; application/json' }],
    ['multipart', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['another JSON', { 'content-type': 'application/ld+json' }],
    ['another charset', { 'content-type': 'application/json; charset=utf-16' }],
    ['compressed', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
    ['a property of every object', { 'content-type': 'constructor' }],
  ])('is refused: %s', async (_, headers) => {
    expect(await check(headers)).toBe('unsupported_type');
  });
});

describe('a body', () => {
  afterEach(() => void vi.useRealTimers());

  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    new Request('https://www.northlake.example/', {
      method: 'POST',
      body,
      headers,
      duplex: 'half',
    } as RequestInit);
  const chunks = (...parts: readonly Uint8Array[]) => {
    const rest = [...parts];
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        const part = rest.shift();
        if (part) controller.enqueue(part);
        else controller.close();
      },
    });
  };
  const bytes = (text: string) => new TextEncoder().encode(text);

  test('is read whole, also in pieces that break a character', async () => {
    const [a, b] = [bytes('北').subarray(0, 2), bytes('北').subarray(2)];
    expect(await readBody(post(chunks(a, b)), LIMITS)).toBe('北');
    expect(await readBody(post('北湖', { 'content-length': '6' }), LIMITS)).toBe('北湖');
    expect(await readBody(new Request('https://x.example/', { method: 'POST' }), LIMITS)).toBe('');
  });

  test('is refused by its declared length without being read', async () => {
    const request = post('x', { 'content-length': '1001' });
    expect(await codeOf(() => readBody(request, LIMITS))).toBe('body_too_large');
    expect(request.bodyUsed).toBe(false);
    expect(await codeOf(() => readBody(post('x', { 'content-length': 'many' }), LIMITS))).toBe(
      'body_too_large',
    );
  });

  test('is refused as soon as it grows too large, and the rest is not asked for', async () => {
    let asked = 0;
    const endless = new ReadableStream({
      pull(controller) {
        asked += 1;
        controller.enqueue(new Uint8Array(400));
      },
    });
    expect(await codeOf(() => readBody(post(endless), LIMITS))).toBe('body_too_large');
    expect(asked).toBeLessThan(6);
  });

  test('may be exactly as large as allowed', async () => {
    expect(await readBody(post(chunks(new Uint8Array(1000).fill(97))), LIMITS)).toHaveLength(1000);
  });

  test('is refused when it is larger than it said', async () => {
    const request = post('x'.repeat(1001), { 'content-length': '5' });
    expect(await codeOf(() => readBody(request, LIMITS))).toBe('body_too_large');
  });

  test('that does not come in time is given up', async () => {
    vi.useFakeTimers();
    let cancelled = false;
    const silent = new ReadableStream({ cancel: () => void (cancelled = true) });
    const outcome = codeOf(() => readBody(post(silent), LIMITS));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await outcome).toBe('timeout');
    expect(cancelled).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('that breaks off is no request', async () => {
    const broken = new ReadableStream({
      pull: (controller) => controller.error(new Error('connection reset')),
    });
    expect(await codeOf(() => readBody(post(broken), LIMITS))).toBe('invalid_request');
  });
});
