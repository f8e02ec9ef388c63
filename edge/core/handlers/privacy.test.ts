import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../contract/catalogue.ts';
import type { PrivacyModes } from '../../contract/privacy-choice.ts';
import type { Geo } from '../../contract/touch.ts';
import { CATALOGUE_FIXTURE } from '../testing/catalogue-fixture.ts';
import { createTestApp } from '../testing/create-test-app.ts';
import { postJson, registerBody, TEST_ORIGIN } from '../testing/requests.ts';

const MODES: PrivacyModes = {
  mode: 'opt-in',
  regions: [
    { countries: ['US', 'CA'], mode: 'opt-out' },
    { countries: ['SG'], mode: 'off' },
  ],
};
const CHOICE = {
  granted: ['analytics'],
  version: '2026-11',
  textHash: 'a'.repeat(43),
  locale: 'zh',
  chosenMsAgo: 90_000,
};

const asking: Catalogue = {
  ...CATALOGUE_FIXTURE,
  site: {
    ...CATALOGUE_FIXTURE.site,
    privacy: {
      ...MODES,
      purposes: ['analytics', 'marketing'],
      version: '2026-11',
      textHash: { zh: 'a'.repeat(43), en: 'e'.repeat(43) },
    },
  },
};
const JOURNEY = JSON.stringify({
  touches: [[`${TEST_ORIGIN}/zh/?utm_source=baidu`, '', 5000, '']],
  views: [],
  acts: [],
});

interface Circumstances {
  readonly catalogue?: Catalogue;
  readonly journey?: string;
  readonly geo?: Geo;
}

async function registerWith(
  privacyChoice: unknown,
  { catalogue = asking, journey, geo }: Circumstances = {},
) {
  const { app, pool, time } = await createTestApp({ catalogue, geo: () => geo ?? null });
  const body = { ...registerBody(), privacyChoice, journey };
  const response = await app.fetch(postJson('/api/register', body));
  expect(response.status).toBe(201);
  const { consents, chosenAt, journey: kept } = pool.only;
  return {
    chosen: consents.filter(({ purpose }) => purpose.startsWith('site.')),
    msAgo: chosenAt === null ? null : time.now - chosenAt,
    hasJourney: kept !== null,
  };
}

const NOTHING = { chosen: [], msAgo: null, hasJourney: false };

describe('the choice for the site', () => {
  test('is stored with a registration, each purpose with the proof of the text that was shown', async () => {
    const proof = { version: '2026-11', textHash: 'a'.repeat(43), locale: 'zh' };
    expect(await registerWith(CHOICE)).toEqual({
      chosen: [
        { purpose: 'site.analytics', granted: true, ...proof },
        { purpose: 'site.marketing', granted: false, ...proof },
      ],
      msAgo: 90_000,
      hasJourney: false,
    });
  });

  test('stands beside the consents of the form, whose purposes may have the same names', async () => {
    const { app, pool } = await createTestApp({ catalogue: asking });
    await app.fetch(postJson('/api/register', { ...registerBody(), privacyChoice: CHOICE }));
    expect(pool.only.consents.map(({ purpose }) => purpose)).toEqual([
      'privacy',
      'marketing',
      'site.analytics',
      'site.marketing',
    ]);
  });

  test('is not recorded for a site that asks nothing', async () => {
    const catalogue = CATALOGUE_FIXTURE;
    expect(await registerWith(CHOICE, { catalogue, journey: JOURNEY })).toEqual(NOTHING);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'analytics'],
    ['a list', []],
    ['no version', { ...CHOICE, version: undefined }],
    ['a version with a line break', { ...CHOICE, version: '2026\n11' }],
    ['a hash that is none', { ...CHOICE, textHash: 'a' }],
    ['another language', { ...CHOICE, locale: 'fr' }],
    ['purposes that are no list', { ...CHOICE, granted: 'analytics' }],
    ['no time', { ...CHOICE, chosenMsAgo: 'now' }],
  ])('costs no lead where it is %s', async (_, choice) => {
    expect(await registerWith(choice, { journey: JOURNEY })).toEqual(NOTHING);
  });

  test('grants nothing that is no purpose, and is made neither in the future nor long ago', async () => {
    const { chosen, msAgo } = await registerWith({ ...CHOICE, granted: ['all', {}], chosenMsAgo: -5 });
    expect(chosen.map(({ granted }) => granted)).toEqual([false, false]);
    expect(msAgo).toBe(0);
    expect((await registerWith({ ...CHOICE, chosenMsAgo: 1e15 })).msAgo).toBe(400 * 86_400_000);
  });
});

describe('a journey', () => {
  const journey = JOURNEY;

  test('is stored where analytics was agreed to, and else left out', async () => {
    expect((await registerWith(CHOICE, { journey })).hasJourney).toBe(true);
    const refused = await registerWith({ ...CHOICE, granted: ['marketing'] }, { journey });
    expect(refused.hasJourney).toBe(false);
    expect(refused.chosen.map(({ granted }) => granted)).toEqual([false, true]);
  });

  test.each([
    ['of another version', { ...CHOICE, version: '2026-12' }],
    ['of another text', { ...CHOICE, textHash: 'b'.repeat(43) }],
    ['of the text of another language', { ...CHOICE, locale: 'en' }],
  ])('is left out with a choice whose proof is %s', async (_, choice) => {
    expect(await registerWith(choice, { journey })).toEqual(NOTHING);
  });

  test('is left out where nothing was chosen and nothing is granted by itself', async () => {
    expect(await registerWith(undefined, { journey })).toEqual(NOTHING);
    expect(await registerWith(undefined, { journey, geo: { country: 'DE' } })).toEqual(NOTHING);
  });

  test.each([
    ['opt-out', 'US', 'e'.repeat(43)],
    ['off', 'SG', ''],
  ])('is stored in mode %s, and the record says by what', async (basis, country, textHash) => {
    const record = { granted: true, version: '2026-11', textHash, locale: 'en', basis };
    expect(await registerWith(undefined, { journey, geo: { country } })).toEqual({
      chosen: [
        { purpose: 'site.analytics', ...record },
        { purpose: 'site.marketing', ...record },
      ],
      msAgo: null,
      hasJourney: true,
    });
    // Nothing was kept, nothing is recorded.
    expect(await registerWith(undefined, { geo: { country } })).toEqual(NOTHING);
  });
});

describe('the mode of consent', () => {
  const modeIn = async (geo: Geo | null) => {
    const { app } = await createTestApp({ catalogue: asking, geo: () => geo });
    const response = await app.fetch(new Request(`${TEST_ORIGIN}/api/privacy`));
    expect(response.headers.get('cache-control')).toContain('no-store');
    return ((await response.json()) as { mode: string }).mode;
  };

  test.each([
    ['of a country with its own', { country: 'CA' }, 'opt-out'],
    ['of another such country', { country: 'SG' }, 'off'],
    ['of any other country', { country: 'DE' }, 'opt-in'],
    ['where the country is not known', {}, 'opt-in'],
    ['where nothing is known', null, 'opt-in'],
  ])('%s', async (_, geo, mode) => {
    expect(await modeIn(geo)).toBe(mode);
  });

  test('is no address of a site that asks nothing', async () => {
    const { app } = await createTestApp();
    expect((await app.fetch(new Request(`${TEST_ORIGIN}/api/privacy`))).status).toBe(404);
  });
});
