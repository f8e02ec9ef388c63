import { describe, expect, test } from 'vitest';
import type { Store } from '../privacy/privacy-choice.ts';
import type { Source } from '../visit-source.ts';
import { pack, shareVisits, unpack } from './share-visits.ts';

const visit = (landedAt: number, landingUrl = `https://www.northlake.example/?n=${landedAt}`): Source => ({
  landingUrl,
  referrer: '',
  landedAt,
  variant: '',
});

function createStore(): Store {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('packed visits', () => {
  test('come out as they went in', () => {
    const journey = {
      seenAt: 9,
      visits: [visit(1, 'https://a.example/?q=极片%7C&x=a,b;c'), { ...visit(2), variant: 'b' }],
    };
    expect(unpack(pack(journey))).toEqual(journey);
  });

  test('stay within their limit: the first before all, then the latest', () => {
    const visits = Array.from({ length: 200 }, (_, index) => visit(index + 1));
    const text = pack({ seenAt: 1, visits });
    expect(text.length).toBeLessThanOrEqual(2600);
    const kept = unpack(text).visits.map(({ landedAt }) => landedAt);
    expect(kept[0]).toBe(1);
    expect(kept.at(-1)).toBe(200);
    expect(kept.length).toBeGreaterThan(20);
    expect(unpack(pack({ seenAt: 1, visits: [visit(1, `https://a.example/${'x'.repeat(3000)}`)] }))).toEqual({
      seenAt: 1,
      visits: [],
    });
  });

  test.each([
    '',
    'x',
    '|||',
    '5|javascript:alert(1)||1|',
    '5|https://a.example/||-1|',
    '5|https://a.example/',
  ])('are none in %j', (text) => {
    expect(unpack(text).visits).toEqual([]);
  });
});

describe('two sub-domains', () => {
  test('know the visits of both, in order, and pages and acts of their own', () => {
    const shared = createStore();
    const stores = [shareVisits(createStore(), shared), shareVisits(createStore(), shared)];
    const read = (at: number) =>
      JSON.parse(stores[at]?.getItem('j') ?? '') as { visits: Source[]; views: unknown[]; seenAt: number };
    stores[0]?.setItem('j', JSON.stringify({ visits: [visit(1)], views: [{ at: 1 }], acts: [], seenAt: 5 }));
    expect(read(1)).toMatchObject({ visits: [visit(1)], views: [], seenAt: 5 });
    stores[1]?.setItem('j', JSON.stringify({ ...read(1), visits: [...read(1).visits, visit(7)], seenAt: 7 }));
    expect(read(0)).toMatchObject({ visits: [visit(1), visit(7)], views: [{ at: 1 }], seenAt: 7 });
    stores[0]?.removeItem('j');
    expect(shared.getItem('j')).toBeNull();
  });
});
