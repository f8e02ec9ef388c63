import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryIn, readCarried } from './source.ts';

const NOW = 1_800_000_000_000;
const SOURCE = {
  landingUrl: 'https://www.northlake.example/zh/?utm_source=baidu&bd_vid=a,b~c#x',
  referrer: 'https://www.baidu.com/s?wd=测厚',
  landedAt: NOW - 5000,
  variant: 'b',
};

describe('carryIn and readCarried', () => {
  it('carry a source from one page to the next', () => {
    expect(readCarried(carryIn('', SOURCE), NOW)).toEqual({ anchor: '', source: SOURCE });
  });

  it('keep the anchor of the link', () => {
    expect(readCarried(carryIn('#get', SOURCE), NOW)).toEqual({ anchor: '#get', source: SOURCE });
  });

  it('leave a fragment of another kind alone', () => {
    expect(readCarried('#三种测法', NOW)).toEqual({ anchor: '#三种测法', source: null });
    expect(readCarried('', NOW)).toEqual({ anchor: '', source: null });
  });

  it('carry any address and survive what a browser does to a fragment', () => {
    const text = fc.string({ unit: 'binary' }).filter((one) => one.isWellFormed());
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: NOW }), (path, referrer, landedAt) => {
        const source = { landingUrl: `https://a.example/${path}`, referrer, landedAt, variant: '' };
        const url = new URL('https://a.example/en/');
        url.hash = carryIn('#a', source);
        expect(readCarried(url.hash, NOW)).toEqual({ anchor: '#a', source });
      }),
    );
  });

  it.each([
    ['a broken escape', '#~from=%E0%A4%A,,1'],
    ['another scheme', '#~from=javascript%3Aalert(1),,1'],
    ['a time to come', `#~from=https%3A%2F%2Fa.example%2F,,${NOW + 1}`],
    ['no time', '#~from=https%3A%2F%2Fa.example%2F,'],
  ])('drop a source with %s but clean the address', (_, hash) => {
    expect(readCarried(hash, NOW)).toEqual({ anchor: '', source: null });
  });
});
