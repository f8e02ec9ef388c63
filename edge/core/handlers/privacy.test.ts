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
  site: { ...CATALOGUE_FIXTURE.site, privacy: { ...MODES, purposes: ['analytics', 'marketing'] } },
};

async function registerWith(privacyChoice: unknown, catalogue: Catalogue = asking) {
  const { app, pool, time } = await createTestApp({ catalogue });
  const response = await app.fetch(postJson('/api/register', { ...registerBody(), privacyChoice }));
  expect(response.status).toBe(201);
  const { consents, chosenAt } = pool.only;
  return {
    chosen: consents.filter(({ purpose }) => purpose.startsWith('site.')),
    msAgo: chosenAt === null ? null : time.now - chosenAt,
  };
}

describe('the choice for the site', () => {
  test('is stored with a registration, each purpose with the proof of the text that was shown', async () => {
    const proof = { version: '2026-11', textHash: 'a'.repeat(43), locale: 'zh' };
    expect(await registerWith(CHOICE)).toEqual({
      chosen: [
        { purpose: 'site.analytics', granted: true, ...proof },
        { purpose: 'site.marketing', granted: false, ...proof },
      ],
      msAgo: 90_000,
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
    expect(await registerWith(CHOICE, CATALOGUE_FIXTURE)).toEqual({ chosen: [], msAgo: null });
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
    expect(await registerWith(choice)).toEqual({ chosen: [], msAgo: null });
  });

  test('grants nothing that is no purpose, and is made neither in the future nor long ago', async () => {
    const { chosen, msAgo } = await registerWith({ ...CHOICE, granted: ['all', {}], chosenMsAgo: -5 });
    expect(chosen.map(({ granted }) => granted)).toEqual([false, false]);
    expect(msAgo).toBe(0);
    expect((await registerWith({ ...CHOICE, chosenMsAgo: 1e15 })).msAgo).toBe(400 * 86_400_000);
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
