import { describe, expect, it } from 'vitest';
import { JOURNEY_LIMITS } from '../../../edge/contract/journey.ts';
import { act, arrive, type KeptJourney, look, readJourney, toSent } from './kept-journey.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const DAY = 86_400_000;
const source = (landingUrl: string, landedAt: number, referrer = '') => ({
  landingUrl,
  referrer,
  landedAt,
  variant: '',
});
const AD = source('https://n.example/zh/?utm_source=baidu&bd_vid=a', NOW, 'https://www.baidu.com/');
const NONE = readJourney(null);
const urls = ({ visits }: KeptJourney) => visits.map(({ landingUrl }) => landingUrl);

describe('visits', () => {
  it('go on while the visitor is seen within half an hour', () => {
    const first = arrive(NONE, { source: AD, now: NOW });
    const typed = source('https://n.example/zh/products/', NOW + 29 * MINUTE);
    expect(urls(arrive(first, { source: typed, now: NOW + 29 * MINUTE }))).toEqual([AD.landingUrl]);
    const later = NOW + 30 * MINUTE;
    expect(urls(arrive(first, { source: { ...typed, landedAt: later }, now: later }))).toEqual([
      AD.landingUrl,
      typed.landingUrl,
    ]);
  });

  it('begin anew when somebody else sends the visitor, however soon', () => {
    const first = arrive(NONE, { source: AD, now: NOW });
    for (const other of [
      source('https://n.example/zh/', NOW + MINUTE, 'https://www.zhihu.com/'),
      source('https://n.example/zh/?utm_source=wechat', NOW + MINUTE),
      source('https://n.example/zh/?gclid=x', NOW + MINUTE),
    ]) {
      expect(urls(arrive(first, { source: other, now: NOW + MINUTE }))).toEqual([
        AD.landingUrl,
        other.landingUrl,
      ]);
    }
  });

  it('do not begin anew with a reload of the page the visitor came to', () => {
    const first = arrive(NONE, { source: AD, now: NOW });
    const again = { ...AD, landedAt: NOW + MINUTE };
    expect(arrive(first, { source: again, now: NOW + MINUTE }).visits).toEqual([AD]);
  });

  it('keep the first, whatever number comes after', () => {
    let journey = arrive(NONE, { source: AD, now: NOW });
    for (let day = 1; day <= 80; day += 1) {
      const at = NOW + day * DAY;
      journey = arrive(journey, { source: source(`https://n.example/?n=${day}`, at), now: at });
    }
    expect(journey.visits).toHaveLength(JOURNEY_LIMITS.touches);
    expect([urls(journey)[0], urls(journey).at(-1)]).toEqual([AD.landingUrl, 'https://n.example/?n=80']);
  });

  it('are forgotten after 13 months', () => {
    const first = arrive(NONE, { source: AD, now: NOW });
    const at = NOW + JOURNEY_LIMITS.ageMs;
    expect(urls(arrive(first, { source: source('https://n.example/', at), now: at }))).toEqual([
      'https://n.example/',
    ]);
  });
});

describe('views and acts', () => {
  it('are added, and a view grows', () => {
    const view = { at: NOW, path: '/zh/', seconds: 3, depth: 10 };
    let journey = look(NONE, { view, now: NOW });
    journey = look(journey, { view: { ...view, seconds: 9, depth: 70 }, now: NOW + 9000 });
    journey = act(journey, { done: { at: NOW, type: 'cta', path: '/zh/', what: 'x' }, now: NOW + 9000 });
    expect(JSON.parse(toSent(journey, NOW + 10_000))).toEqual({
      touches: [],
      views: [['/zh/', 10_000, 9, 70]],
      acts: [['cta', '/zh/', 10_000, 'x']],
    });
  });

  it('give way to the first visit where there is too much', () => {
    let journey = arrive(NONE, { source: AD, now: NOW });
    for (let n = 0; n < 500; n += 1) {
      journey = act(journey, {
        done: { at: NOW + n, type: 'cta', path: `/zh/${'测'.repeat(60)}`, what: `${n}` },
        now: NOW + n,
      });
    }
    expect(new TextEncoder().encode(toSent(journey, NOW + 500)).length).toBeLessThanOrEqual(
      JOURNEY_LIMITS.bytes,
    );
    expect(journey.acts.at(-1)?.what).toBe('499');
    expect(journey.visits).toEqual([AD]);
  });
});

describe('a kept journey', () => {
  it.each([null, '', '{', 'null', '7', '[]', '{"visits":1}', '{"visits":[],"views":[],"acts":[]}'])(
    'counts as none where it is %j',
    (text) => {
      expect(readJourney(text)).toEqual({ visits: [], views: [], acts: [], seenAt: 0 });
    },
  );
});
