import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../contract/catalogue.ts';
import type { Field } from '../../contract/form.ts';
import type { ConsentRecord, RegisterAnswer, RegisterBody } from '../../contract/registration.ts';
import { openAnswers } from '../ports/answers-envelope.ts';
import { CATALOGUE_FIXTURE, FORM_FIXTURE } from '../testing/catalogue-fixture.ts';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { postJson, postText, registerBody } from '../testing/requests.ts';

const later = (name: string): Field => ({
  type: 'text',
  name,
  label: { zh: name, en: name },
  required: false,
  maxLength: 40,
  ask: 'later',
});
const DAY = { entry: 'landing/open-day', form: 'visit' };
const [PRIVACY] = FORM_FIXTURE.consents;

/** The paper's form with two questions for later, and a day for which another thing must be known. */
const CATALOGUE: Catalogue = {
  ...CATALOGUE_FIXTURE,
  forms: {
    whitepaper: { ...FORM_FIXTURE, fields: [...FORM_FIXTURE.fields, later('project'), later('speed')] },
    visit: {
      ...FORM_FIXTURE,
      id: 'visit',
      fields: [
        ...FORM_FIXTURE.fields.filter(({ name }) => name === 'email' || name === 'question'),
        { type: 'text', name: 'company', label: { zh: '公司', en: 'Company' }, required: true, maxLength: 4 },
        { type: 'text', name: 'plant', label: { zh: '工厂', en: 'Plant' }, required: true, maxLength: 40 },
      ],
      consents: [PRIVACY!, { ...FORM_FIXTURE.consents[1]!, id: 'photos' }],
    },
  },
  entries: {
    ...CATALOGUE_FIXTURE.entries,
    [DAY.entry]: { ...CATALOGUE_FIXTURE.entries[DAY.entry]!, form: 'visit' },
  },
};
const FULL = {
  ...registerBody().answers,
  mobile: '138 0013 8000',
  role: 'quality',
  topics: ['edge'],
  question: 'How fast?',
  callback: true,
};

let serial = 0;

async function knownBy(changes: Partial<RegisterBody> = {}): Promise<TestApp & RegisterAnswer> {
  const it = await createTestApp({ catalogue: CATALOGUE });
  return { ...it, ...(await register(it, changes)) };
}

async function register({ app }: TestApp, changes: Partial<RegisterBody>): Promise<RegisterAnswer> {
  const response = await app.fetch(postJson('/api/register', registerBody({ key: newKey(), ...changes })));
  expect(response.status, await response.clone().text()).toBe(201);
  return (await response.json()) as RegisterAnswer;
}

/** A submission of the short form: what was answered before is not in it. */
function shortBody(visitor: string, changes: Partial<RegisterBody> = {}): Partial<RegisterBody> {
  return { answers: {}, consents: {}, elapsedMs: 10, visitor, ...changes };
}

function newKey(): string {
  serial += 1;
  return `known-test-${String(serial).padStart(8, '0')}`;
}

function ask(
  { app }: TestApp,
  visitor: string,
  changes: object = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  const { form, entry, locale, page } = registerBody();
  return Promise.resolve(
    app.fetch(postText('/api/known', { visitor, form, entry, locale, page, ...changes }, headers)),
  );
}

const asked = (html: string): string[] =>
  [...html.matchAll(/data-field="([\w.]+)"/g)].map(([, name]) => name ?? '');

describe('the form for a known visitor', () => {
  test('asks what is missing, one question that needs no answer, and what is asked each time', async () => {
    const it = await knownBy();
    const response = await ask(it, it.visitor);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    const html = await response.text();
    expect(asked(html)).toEqual([
      'answers.mobile',
      'answers.question',
      'answers.callback',
      'consents.marketing',
    ]);
    expect(html).toContain('one click is enough');
    expect(html).toContain('data-not-you');
  });

  test('holds no value, whatever was answered', async () => {
    const it = await knownBy({ answers: FULL });
    const html = await (await ask(it, it.visitor)).text();
    expect(html).not.toMatch(/Ada|Wong|Plant 7|138|ada\.wong|checked|selected|How fast/);
  });

  test('asks later questions in their turn, until they are answered', async () => {
    const it = await knownBy({ answers: FULL });
    expect(asked(await (await ask(it, it.visitor)).text())).toContain('answers.project');
    const second = await register(it, shortBody(it.visitor, { answers: { project: 'planned' } }));
    const html = await (await ask(it, second.visitor)).text();
    expect(asked(html)).toContain('answers.speed');
    expect(asked(html)).not.toContain('answers.project');
  });

  test('of another kind asks for what that can’t do without, and agrees for nobody', async () => {
    const it = await knownBy({ answers: { ...FULL, company: 'Pl 7' } });
    const html = await (await ask(it, it.visitor, DAY)).text();
    expect(asked(html)).toEqual(['answers.question', 'answers.plant', 'consents.photos']);
    expect(html).toContain('only this is still needed');
    const zh = await (await ask(it, it.visitor, { ...DAY, locale: 'zh' })).text();
    expect(asked(zh)).toEqual(['answers.question', 'answers.plant', 'consents.privacy', 'consents.photos']);
    expect(zh).toContain('只需补充下面几项');
  });

  test('leaves out an answer that the other form would not take', async () => {
    const it = await knownBy();
    expect(asked(await (await ask(it, it.visitor, DAY)).text())).toContain('answers.company');
  });

  test('tells nothing of what somebody else said under the same address', async () => {
    const it = await knownBy({ answers: FULL });
    const { visitor } = await register(it, {});
    const html = await (await ask(it, visitor)).text();
    expect(asked(html)).toContain('answers.mobile');
  });

  test('names no page but ours', async () => {
    const it = await knownBy();
    const html = await (
      await ask(it, it.visitor, { page: '//evil.example/"><script>', variant: 'z' })
    ).text();
    expect(html).toContain('name="page" value="/en/whitepapers/inline-gauging/"');
    expect(html).not.toMatch(/evil|script|name="variant"/);
  });

  test('is none where nothing is known, or nobody can register', async () => {
    const closed = {
      ...CATALOGUE,
      entries: { ...CATALOGUE.entries, [DAY.entry]: { ...CATALOGUE.entries[DAY.entry]!, isClosed: true } },
    };
    const it = await createTestApp({ catalogue: closed });
    const { visitor } = await register(it, {});
    expect((await ask(it, visitor, DAY)).status).toBe(204);
    it.pool.failure = 'unreachable';
    expect((await ask(it, visitor)).status).toBe(503);
  });

  test('is none for a robot, which is counted apart', async () => {
    const it = await knownBy();
    const response = await ask(it, it.visitor, {}, { 'user-agent': 'Twitterbot/1.0' });
    expect(response.status).toBe(204);
    expect(it.pool.apart).toEqual([{ what: 'known', why: 'preview', at: it.time.now }]);
  });

  test.each<[number, object, Record<string, string>?]>([
    [401, { visitor: 'x' }],
    [400, { locale: 'fr' }],
    [400, { entry: 'whitepapers/nothing' }],
    [400, { entry: '__proto__' }],
    [400, { form: 'visit' }],
    [403, {}, { origin: 'https://evil.example' }],
    [415, {}, { 'content-type': 'application/json' }],
  ])('is refused with %i', async (status, changes, headers = {}) => {
    const it = await knownBy();
    expect((await ask(it, it.visitor, changes, headers)).status).toBe(status);
  });
});

describe('a registration with one click', () => {
  const storedOf = async (it: TestApp, id: string) => {
    const stored = it.pool.registrations.get(id)!;
    return { ...stored, answers: await openAnswers(it.keyring, stored) };
  };

  test('has what was answered before, but for what is asked each time', async () => {
    const it = await knownBy({ answers: FULL });
    const { id } = await register(it, shortBody(it.visitor));
    const { answers, status, identities } = await storedOf(it, id);
    expect(answers).toEqual({
      name: 'Ada Wong',
      email: 'ada.wong@plant.example',
      company: 'Plant 7',
      mobile: '+8613800138000',
      role: 'quality',
      topics: ['edge'],
      callback: false,
      product: 'gauge',
    });
    expect(status).toBe('accepted');
    expect(identities).toEqual(it.pool.registrations.get(it.id)?.identities);
  });

  test('has what is entered now where something is', async () => {
    const it = await knownBy({ answers: FULL });
    const entered = { name: ' ', company: 'Plant 8', topics: [], role: '' };
    const { id } = await register(it, shortBody(it.visitor, { answers: entered }));
    const { answers } = await storedOf(it, id);
    expect(answers).toMatchObject({
      name: 'Ada Wong',
      company: 'Plant 8',
      role: 'quality',
      topics: ['edge'],
    });
  });

  test('says of a consent in which registration it was given, the first however many follow', async () => {
    const it = await knownBy({ consents: { privacy: true, marketing: false } });
    const second = await register(it, shortBody(it.visitor, { consents: { marketing: true } }));
    const third = await register(it, shortBody(second.visitor));
    const consents = (id: string) =>
      it.pool.registrations
        .get(id)
        ?.consents.map(({ purpose, granted, from }: ConsentRecord) => [purpose, granted, from]);
    expect(consents(it.id)).toEqual([
      ['privacy', true, undefined],
      ['marketing', false, undefined],
    ]);
    expect(consents(second.id)).toEqual([
      ['privacy', true, it.id],
      ['marketing', true, undefined],
    ]);
    expect(consents(third.id)).toEqual([
      ['privacy', true, it.id],
      ['marketing', true, second.id],
    ]);
  });

  test('agrees to no text that was not shown: in another language it is asked again', async () => {
    const it = await knownBy();
    const body = registerBody({ key: newKey(), ...shortBody(it.visitor, { locale: 'zh' }) });
    const response = await it.app.fetch(postJson('/api/register', body));
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field)).toEqual(['consents.privacy']);
  });

  test('takes a box that is there and empty for a refusal', async () => {
    const it = await knownBy();
    const body = registerBody({ key: newKey(), ...shortBody(it.visitor, { consents: { privacy: false } }) });
    expect((await it.app.fetch(postJson('/api/register', body))).status).toBe(422);
  });

  test('must say what is still missing', async () => {
    const it = await knownBy();
    const body = registerBody({ key: newKey(), ...shortBody(it.visitor, DAY) });
    const response = await it.app.fetch(postJson('/api/register', body));
    const { errors } = (await response.json()) as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field)).toEqual(['answers.company', 'answers.plant']);
  });

  test('is held back where the one before is, and looks the same', async () => {
    const it = await knownBy({ website: 'x' });
    const { id, downloadUrl } = await register(it, shortBody(it.visitor));
    expect(downloadUrl).toMatch(/^\/d\//);
    expect(it.pool.registrations.get(id)).toMatchObject({ status: 'quarantined', reason: 'honeypot' });
    it.pool.release(it.id);
    const again = await register(it, shortBody(it.visitor));
    expect(it.pool.registrations.get(again.id)).toMatchObject({ status: 'accepted', reason: null });
  });

  test('is held back where the trap is filled, quick as it may be otherwise', async () => {
    const it = await knownBy();
    const { id } = await register(it, shortBody(it.visitor, { website: 'x', elapsedMs: 0 }));
    expect(it.pool.registrations.get(id)?.reason).toBe('honeypot');
  });

  test('is answered alike when it comes again, and refused with other contents', async () => {
    const it = await knownBy();
    const key = newKey();
    const first = await register(it, shortBody(it.visitor, { key }));
    expect(await register(it, shortBody(it.visitor, { key }))).toEqual(first);
    const other = registerBody({ ...shortBody(it.visitor, { answers: { role: 'quality' } }), key });
    expect((await it.app.fetch(postJson('/api/register', other))).status).toBe(409);
    expect(it.pool.registrations.size).toBe(2);
  });

  test('of a visitor who is not known any more is refused as that, and counted', async () => {
    const it = await knownBy();
    for (const visitor of ['', `${it.visitor}x`]) {
      const body = registerBody({ key: newKey(), ...shortBody(visitor) });
      const response = await it.app.fetch(postJson('/api/register', body));
      expect(await response.json()).toMatchObject({ status: 401, code: 'unknown_visitor' });
    }
    expect(it.pool.rejections.map(({ reason }) => reason)).toEqual(['unknown_visitor', 'unknown_visitor']);
  });

  test('of a visitor whose key has left the ring is refused as that', async () => {
    const it = await knownBy();
    const stored = it.pool.registrations.get(it.id)!;
    it.pool.registrations.set(it.id, { ...stored, answers: stored.answers.toReversed() });
    const body = registerBody({ key: newKey(), ...shortBody(it.visitor) });
    expect((await it.app.fetch(postJson('/api/register', body))).status).toBe(401);
  });
});

describe('a registration by a robot', () => {
  test.each(['Mozilla/5.0 (compatible; AhrefsBot/7.0)', 'curl/8.10.1', 'Slackbot 1.0'])(
    'is held back, and answered like any: %s',
    async (agent) => {
      const it = await createTestApp();
      const response = await it.app.fetch(postJson('/api/register', registerBody(), { 'user-agent': agent }));
      expect([response.status, await response.json()]).toMatchObject([
        201,
        { downloadUrl: expect.stringMatching(/^\/d\//) },
      ]);
      expect(it.pool.only).toMatchObject({ status: 'quarantined', reason: 'robot', outbox: [] });
    },
  );

  test('is none where the browser says nothing of itself', async () => {
    const it = await createTestApp();
    await it.app.fetch(postJson('/api/register', registerBody()));
    expect(it.pool.only.status).toBe('accepted');
  });
});
