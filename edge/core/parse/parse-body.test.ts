import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { parseJson } from './parse-json.ts';
import { parseSubmission } from './parse-submission.ts';
import { parseUrlencoded } from './parse-urlencoded.ts';

const refusalOf = (work: () => unknown): string => {
  try {
    work();
    return 'accepted';
  } catch (error) {
    return error instanceof Refusal ? error.code : `threw ${String(error)}`;
  }
};

describe('JSON', () => {
  test('gives its object', () => {
    expect(parseJson('{"a":[1,"\\"}]{["],"b":{"c":null}}')).toEqual({ a: [1, '"}]{['], b: { c: null } });
  });

  test.each(['', ' ', '{', '{"a":1', '[]', 'null', '"x"', '7', '{"a":}', '{"a":"\\', '\ufeff{}', '{}{}'])(
    'is refused when it reads %j',
    (text) => {
      expect(refusalOf(() => parseJson(text))).toBe('invalid_request');
    },
  );

  test('is refused when nested beyond any form, before it is built', () => {
    expect(refusalOf(() => parseJson('{"a":'.repeat(12_000)))).toBe('body_too_complex');
    expect(refusalOf(() => parseJson(`{"a":${'['.repeat(9)}${']'.repeat(9)}}`))).toBe('body_too_complex');
    expect(refusalOf(() => parseJson(`{"a":${'['.repeat(6)}${']'.repeat(6)}}`))).toBe('accepted');
  });

  test('is refused with more values than any form has', () => {
    const keys = Array.from({ length: 10_000 }, (_, index) => `"${index}":1`);
    expect(refusalOf(() => parseJson(`{${keys.join(',')}}`))).toBe('body_too_complex');
    expect(refusalOf(() => parseJson(`{"a":[${'1,'.repeat(1000)}1]}`))).toBe('body_too_complex');
  });

  test('looks at shape outside of strings only', () => {
    const text = JSON.stringify({ a: '[{,'.repeat(5000), b: '\\"[[[[[[[[[[[', c: '\\\\' });
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  test('agrees with JSON.parse on every object it takes, and refuses the rest by code', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json({ maxDepth: 5 }), fc.string()), (text) => {
        const outcome = refusalOf(() => expect(parseJson(text)).toEqual(JSON.parse(text)));
        expect(['accepted', 'invalid_request', 'body_too_complex']).toContain(outcome);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a plain form', () => {
  test('takes the shape of the JSON body', () => {
    const text =
      'form=whitepaper&answers.name=Ada+Wong&answers.topics=edge&answers.topics=gauging&consents.privacy=yes' +
      '&consents.marketing=&elapsedMs=1200&key=&website=';
    expect(parseUrlencoded(text)).toEqual({
      form: 'whitepaper',
      elapsedMs: 1200,
      answers: { name: 'Ada Wong', topics: ['edge', 'gauging'] },
      consents: { privacy: true, marketing: false },
    });
  });

  test('can reach no prototype', () => {
    const { answers } = parseUrlencoded('answers.__proto__=x&__proto__=y&answers.constructor=z') as {
      answers: object;
    };
    expect(Object.getPrototypeOf(answers)).toBe(Object.prototype);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  test('is refused with more pairs than any form has', () => {
    expect(refusalOf(() => parseUrlencoded('a&'.repeat(10_000)))).toBe('body_too_complex');
  });

  test('never fails to be read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(parseUrlencoded(text)).toMatchObject({ answers: {}, consents: {} });
      }),
    );
  });
});

describe('a submission', () => {
  const BODY = { form: 'whitepaper', entry: 'whitepapers/x', locale: 'zh' };

  test('needs no more than form, entry and language', () => {
    expect(parseSubmission(BODY)).toMatchObject({ ...BODY, answers: {}, consents: {} });
  });

  test.each([
    [{ form: 7 }],
    [{ form: undefined }],
    [{ entry: ['x'] }],
    [{ locale: 'fr' }],
    [{ answers: 'x' }],
    [{ answers: [] }],
    [{ consents: 5 }],
    [{ elapsedMs: '5' }],
    [{ elapsedMs: Number.NaN }],
    [{ landedMsAgo: {} }],
    [{ landingUrl: 1 }],
    [{ referrer: ['a', 'b'] }],
    [{ page: false }],
    [{ website: {} }],
    [{ key: 'short' }],
    [{ key: 'with space 0123456789' }],
    [{ key: 'x'.repeat(65) }],
    [{ key: 1234567890123456 }],
  ])('is refused with %j', (change) => {
    expect(refusalOf(() => parseSubmission({ ...BODY, ...change }))).toBe('invalid_request');
  });

  test('is read or refused by code, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('form', 'entry', 'locale', 'key', 'answers'), fc.anything()),
        (body) => {
          expect(['accepted', 'invalid_request']).toContain(refusalOf(() => parseSubmission(body)));
        },
      ),
    );
  });
});
