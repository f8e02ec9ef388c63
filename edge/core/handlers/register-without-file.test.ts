import { describe, expect, test } from 'vitest';
import type { RegisterAnswer, RegisterBody } from '../../contract/registration.ts';
import { CATALOGUE_FIXTURE } from '../testing/catalogue-fixture.ts';
import { createTestApp } from '../testing/create-test-app.ts';
import {
  formFields,
  postForm,
  postJson,
  registerBody,
  TEST_ORIGIN,
  type FileAnswer,
} from '../testing/requests.ts';

const PATH = '/api/register';
const ENTRY = 'landing/open-day';
const THANKS_EN = '<html lang="en"><!--registered-->Open day|Your seat is kept.|/en/landing/open-day/';

function get(path: string): Request {
  return new Request(TEST_ORIGIN + path, { headers: { 'accept-language': 'zh' } });
}

function visit(changes: Partial<RegisterBody> = {}): Request {
  return postJson(PATH, registerBody({ entry: ENTRY, page: '/en/landing/open-day/', ...changes }));
}

describe('a registration where there is no file', () => {
  test('is stored with a confirmation and the owner’s mail, and answered with a thank-you alone', async () => {
    const { app, pool } = await createTestApp();
    const response = await app.fetch(visit());
    expect(response.status).toBe(201);
    const answer = (await response.json()) as RegisterAnswer;
    expect(answer).toEqual({
      id: pool.only.id,
      visitor: expect.stringMatching(/^[\w.-]+$/),
      downloadUrl: null,
      thanksUrl: expect.stringMatching(/^\/t\/[\w.-]+$/),
      expiresAt: null,
    });
    expect(pool.only).toMatchObject({
      entry: ENTRY,
      status: 'accepted',
      outbox: ['mail.confirmation', 'mail.owner'],
    });
    const thanks = await app.fetch(get(answer.thanksUrl));
    expect([thanks.status, await thanks.text()]).toEqual([200, THANKS_EN]);
  });

  test('without JavaScript leads to the thank-you page', async () => {
    const { app } = await createTestApp();
    const response = await app.fetch(postForm(PATH, formFields({ entry: ENTRY, locale: 'zh' })));
    expect(response.status).toBe(303);
    const thanks = await app.fetch(get(response.headers.get('location')!));
    expect(await thanks.text()).toBe(
      '<html lang="zh-Hans"><!--registered-->开放日|席位已留好。|/zh/landing/open-day/',
    );
    expect(thanks.headers.get('content-language')).toBe('zh-Hans');
    expect(thanks.headers.get('cache-control')).toContain('no-store');
  });

  test('is sent again with the same answer, and made once', async () => {
    const { app, pool, time } = await createTestApp();
    const first = (await (await app.fetch(visit())).json()) as RegisterAnswer;
    const again = (await (await app.fetch(visit({ elapsedMs: 99_000 }))).json()) as RegisterAnswer;
    expect(again).toEqual(first);
    time.now += 30 * 24 * 3_600_000;
    expect((await app.fetch(get(first.thanksUrl))).status).toBe(200);
    expect([pool.registrations.size, pool.replays, pool.outbox.length]).toEqual([1, 1, 2]);
  });

  test('asks for no confirmation where the form asks for no address', async () => {
    const mobile = { type: 'mobile', name: 'mobile', label: { zh: '手机', en: 'Mobile' }, required: true };
    const form = { ...CATALOGUE_FIXTURE.forms['whitepaper']!, fields: [mobile as never] };
    const { app, pool } = await createTestApp({
      catalogue: { ...CATALOGUE_FIXTURE, forms: { whitepaper: form } },
    });
    await app.fetch(visit({ answers: { mobile: '+86 138 0013 8000' } }));
    expect(pool.only.outbox).toEqual(['mail.owner']);
  });

  test.each<[string, Partial<RegisterBody>]>([
    ['honeypot', { website: 'https://spam.example' }],
    ['too_fast', { elapsedMs: 1999 }],
  ])('looks the same when it is suspicious (%s), and nobody is told', async (reason, change) => {
    const { app, pool } = await createTestApp();
    const response = await app.fetch(visit(change));
    expect(response.status).toBe(201);
    const { thanksUrl, downloadUrl } = (await response.json()) as RegisterAnswer;
    expect(downloadUrl).toBeNull();
    expect(pool.only).toMatchObject({ status: 'quarantined', reason, outbox: [] });
    expect(await (await app.fetch(get(thanksUrl))).text()).toBe(THANKS_EN);
  });

  test('gets its form again, under the words of its button, when something is wrong', async () => {
    const { app } = await createTestApp();
    const response = await app.fetch(postForm(PATH, formFields({ entry: ENTRY, 'answers.email': 'x' })));
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('|Get the white paper|<form');
    expect(page).toContain('name="entry" value="landing/open-day"');
  });

  test('is closed with its entry', async () => {
    const entry = { ...CATALOGUE_FIXTURE.entries[ENTRY]!, isClosed: true };
    const { app, pool } = await createTestApp({
      catalogue: { ...CATALOGUE_FIXTURE, entries: { [ENTRY]: entry } },
    });
    expect((await app.fetch(visit())).status).toBe(410);
    expect(pool.registrations.size).toBe(0);
  });
});

describe('the token of its thank-you page', () => {
  test('opens no file and asks for no mail', async () => {
    const { app, pool } = await createTestApp();
    const { thanksUrl } = (await (await app.fetch(visit())).json()) as RegisterAnswer;
    const token = thanksUrl.slice('/t/'.length);
    const download = await app.fetch(get(`/d/${token}`));
    expect([download.status, await download.text()]).toEqual([
      403,
      expect.stringContaining('<!--message-->'),
    ]);
    const resend = await app.fetch(postJson('/api/resend', { token }));
    expect(await resend.json()).toMatchObject({ code: 'link_invalid' });
    expect(pool.mailRequests).toEqual([]);
  });

  test('leads nowhere once the entry is gone', async () => {
    const { app, keyring } = await createTestApp();
    const { thanksUrl } = (await (await app.fetch(visit())).json()) as RegisterAnswer;
    const later = await createTestApp({ keyring, catalogue: { ...CATALOGUE_FIXTURE, entries: {} } });
    expect((await later.app.fetch(get(thanksUrl))).status).toBe(404);
  });

  test('says no less where the entry has got a file since', async () => {
    const { app, keyring } = await createTestApp();
    const { thanksUrl } = (await (await app.fetch(visit())).json()) as RegisterAnswer;
    const { thanks: _, ...entry } = CATALOGUE_FIXTURE.entries[ENTRY]!;
    const asset = CATALOGUE_FIXTURE.entries['whitepapers/inline-gauging']!.asset;
    const later = await createTestApp({
      keyring,
      catalogue: { ...CATALOGUE_FIXTURE, entries: { [ENTRY]: { ...entry, asset } } },
    });
    expect(await (await later.app.fetch(get(thanksUrl))).text()).toContain('<!--registered-->Open day||');
  });
});

test('a link to a file that was taken away since says that it is gone', async () => {
  const { app, pool, keyring } = await createTestApp();
  const response = await app.fetch(postJson(PATH, registerBody()));
  const { downloadUrl, thanksUrl } = (await response.json()) as FileAnswer;
  const entry = { ...CATALOGUE_FIXTURE.entries['whitepapers/inline-gauging']!, asset: null };
  const catalogue = { ...CATALOGUE_FIXTURE, entries: { [entry.id]: entry } };
  const later = await createTestApp({ pool, keyring, catalogue });
  expect((await later.app.fetch(get(downloadUrl))).status).toBe(404);
  expect((await later.app.fetch(get(thanksUrl))).status).toBe(404);
});
