import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHostTable } from './create-host-table.ts';
import { matchAny } from './match-any.ts';

describe('patterns', () => {
  test.each([
    ['cpc', 'cpc', true],
    ['cpc', 'xcpc', false],
    ['CPC', 'cpc', true],
    ['*cp*', 'ocpm', true],
    ['*cp*', 'c-p', false],
    ['paid*', 'paid', true],
    ['*push', 'web-push', true],
    ['*push', 'pushed', false],
    ['a*a', 'a', false],
    ['a*b*c', 'a-b-c', true],
    ['a*b*bc', 'abc', false],
    ['*', '', true],
    ['**', 'x', true],
    ['', '', true],
    ['a.c', 'abc', false],
  ])('%j fits %j: %s', (pattern, text, fits) => {
    expect(matchAny([pattern])(text)).toBe(fits);
  });

  test('fit as a regular expression of the same meaning does', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 3 }), text, (patterns, given) => {
        const expected = patterns.some((pattern) =>
          new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(given),
        );
        expect(matchAny(patterns)(given)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a table of hosts', () => {
  const find = createHostTable([
    ['baidu.com', 'baidu'],
    ['tieba.baidu.com', 'tieba'],
    ['google.*', 'google'],
    ['docs.google.com', 'docs'],
    ['baidu.com', 'second'],
    ['com.tencent.mm', 'wechat'],
  ]);

  test.each([
    ['baidu.com', 'baidu'],
    ['www.baidu.com', 'baidu'],
    ['c.tieba.baidu.com', 'tieba'],
    ['notbaidu.com', undefined],
    ['baidu.com.cn', undefined],
    ['google.com', 'google'],
    ['www.google.com.hk', 'google'],
    ['google.co.uk', 'google'],
    ['docs.google.com', 'docs'],
    ['google.shop.example', undefined],
    ['google.example', undefined],
    ['google', undefined],
    ['com.tencent.mm', 'wechat'],
    ['', undefined],
    ['a.'.repeat(2000), undefined],
  ])('finds for %s: %s', (host, found) => {
    expect(find(host)).toBe(found);
  });
});
