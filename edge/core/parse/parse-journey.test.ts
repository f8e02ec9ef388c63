import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JOURNEY_LIMITS, type SentJourney } from '../../contract/journey.ts';
import { parseJourney } from './parse-journey.ts';

const NOW = 1_800_000_000_000;
const DAY_MS = 86_400_000;
const parse = (sent: unknown) =>
  parseJourney(typeof sent === 'string' ? sent : JSON.stringify(sent), {
    now: NOW,
    ownHosts: ['www.northlake.example'],
  });
const EMPTY: SentJourney = { touches: [], views: [], acts: [] };
const HOME = 'https://www.northlake.example/zh/';

describe('a journey', () => {
  test('is dated by our clock and put in order', () => {
    const sent: SentJourney = {
      touches: [
        [`${HOME}?utm_source=wechat`, '', 5000, ''],
        [`${HOME}?bd_vid=aB1&utm_source=baidu`, 'https://www.baidu.com/', 4 * DAY_MS, ''],
      ],
      views: [['/zh/', 5000, 12.4, 80]],
      acts: [['cta', '/zh/', 2000, '获取白皮书']],
    };
    expect(parse(sent)).toEqual({
      touches: [
        {
          at: NOW - 4 * DAY_MS,
          landingUrl: `${HOME}?bd_vid=aB1&utm_source=baidu`,
          referrer: 'https://www.baidu.com/',
          utm: { utm_source: 'baidu' },
          clickIds: { bd_vid: 'aB1' },
          variant: null,
        },
        {
          at: NOW - 5000,
          landingUrl: `${HOME}?utm_source=wechat`,
          referrer: null,
          utm: { utm_source: 'wechat' },
          clickIds: {},
          variant: null,
        },
      ],
      views: [{ at: NOW - 5000, path: '/zh/', seconds: 12, depth: 80 }],
      acts: [{ at: NOW - 2000, type: 'cta', path: '/zh/', what: '获取白皮书' }],
    });
  });

  test('takes the app that asks now for that of the last visit alone', () => {
    const touches = [
      [`${HOME}?n=2`, '', 5, ''],
      [`${HOME}?n=1`, '', DAY_MS, ''],
    ];
    const journey = parseJourney(JSON.stringify({ touches }), {
      now: NOW,
      ownHosts: [],
      app: 'MicroMessenger',
    });
    expect(journey?.touches.map(({ app }) => app)).toEqual([undefined, 'MicroMessenger']);
  });

  test('keeps a touch of a year ago its day', () => {
    const [touch] = parse({ ...EMPTY, touches: [[HOME, '', 365 * DAY_MS, '']] })?.touches ?? [];
    expect(touch?.at).toBe(NOW - 365 * DAY_MS);
  });

  test('loses addresses of people, queries of pages and keys to files', () => {
    const journey = parse({
      touches: [[`${HOME}?utm_term=ada@plant.example`, '', 1, '']],
      views: [
        ['/zh/?mail=ada@plant.example#x', 1, 1, 1],
        ['/d/some-token', 1, 1, 1],
        ['//evil.example/', 1, 1, 1],
      ],
      acts: [['cta', '/zh/', 1, 'ada@plant.example']],
    });
    expect(JSON.stringify(journey)).not.toContain('ada@');
    expect(journey?.views.map(({ path }) => path)).toEqual(['/zh/']);
  });

  test('keeps the first touch, whatever number comes after', () => {
    const touches = Array.from({ length: 60 }, (_, index) => [`${HOME}?n=${index}`, '', 1000 - index, '']);
    const kept = parse({ ...EMPTY, touches })?.touches.map(({ landingUrl }) => landingUrl);
    expect(kept).toHaveLength(JOURNEY_LIMITS.touches);
    expect([kept?.[0], kept?.at(-1)]).toEqual([`${HOME}?n=0`, `${HOME}?n=59`]);
  });

  test.each([
    ['no text', undefined],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['empty', JSON.stringify(EMPTY)],
    ['lists of something else', '{"touches":[1],"views":{},"acts":"x"}'],
    ['acts of no kind of ours', '{"acts":[["constructor","/zh/",1,""]]}'],
    ['longer than any', JSON.stringify({ ...EMPTY, acts: [['cta', '/zh/', 1, 'x'.repeat(24_000)]] })],
  ])('is none where it is %s', (_, text) => {
    expect(parseJourney(text, { now: NOW, ownHosts: [] })).toBeNull();
  });

  test('of any contents makes no error, and stays within its limits', () => {
    const tuple = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.constant(null)));
    const list = fc.oneof(fc.array(tuple), fc.jsonValue());
    fc.assert(
      fc.property(fc.record({ touches: list, views: list, acts: list }), (sent) => {
        for (const { at } of Object.values(parse(sent) ?? EMPTY).flat() as { at: number }[]) {
          expect(at).toBeLessThanOrEqual(NOW);
          expect(at).toBeGreaterThanOrEqual(NOW - JOURNEY_LIMITS.ageMs);
        }
      }),
    );
  });
});
