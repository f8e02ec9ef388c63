import { describe, expect, test } from 'vitest';
import { FIELD_ERRORS } from '../../contract/field-errors.ts';
import { PROBLEMS, type ProblemCode } from '../../contract/problem.ts';
import type { RegisterBody } from '../../contract/registration.ts';
import { openAnswers } from '../ports/answers-envelope.ts';
import { USER_AGENTS } from '../source/user-agents.suite.ts';
import { CATALOGUE_FIXTURE, FORM_FIXTURE } from '../testing/catalogue-fixture.ts';
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
const get = (path: string) => new Request(TEST_ORIGIN + path);

async function problemOf(response: Response): Promise<string> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const { code, status } = (await response.json()) as { code: ProblemCode; status: number };
  expect(status).toBe(response.status);
  expect(response.status).toBe(PROBLEMS[code].status);
  return code;
}

describe('a registration in JSON', () => {
  test('is stored and answered with links that work', async () => {
    const { app, pool, time } = await createTestApp();
    const response = await app.fetch(postJson(PATH, registerBody()));
    expect(response.status).toBe(201);
    const answer = (await response.json()) as FileAnswer;
    expect(answer).toEqual({
      id: pool.only.id,
      visitor: expect.stringMatching(/^[\w.-]+$/),
      downloadUrl: expect.stringMatching(/^\/d\/[\w.-]+$/),
      thanksUrl: expect.stringMatching(/^\/t\/[\w.-]+$/),
      expiresAt: new Date(time.now + 23 * 3_600_000).toISOString(),
    });
    for (const link of [answer.downloadUrl, answer.thanksUrl])
      expect((await app.fetch(get(link))).status).toBe(200);
  });

  test('reaches the pool whole, with nobody readable in it', async () => {
    const { app, pool, keyring, time } = await createTestApp({
      geo: () => ({ country: 'CN', city: 'Suzhou' }),
    });
    const answers = { ...registerBody().answers, mobile: '138 0013 8000' };
    await app.fetch(postJson(PATH, registerBody({ answers, referrer: 'https://www.baidu.com/link' })));
    const { answers: envelope, fingerprint, identities, id, consents, ...rest } = pool.only;
    expect(rest).toEqual({
      chosenAt: null,
      journey: null,
      at: time.now,
      status: 'accepted',
      reason: null,
      form: 'whitepaper',
      entry: 'whitepapers/inline-gauging',
      locale: 'en',
      touch: {
        at: time.now - 60_000,
        landingUrl: registerBody().landingUrl,
        referrer: 'https://www.baidu.com/link',
        utm: { utm_source: 'baidu', utm_medium: 'cpc' },
        clickIds: { bd_vid: 'Abc-1' },
        variant: null,
      },
      attribution: {
        source: 'baidu',
        medium: 'cpc',
        campaign: null,
        channel: 'paid-search',
        rule: 'paid-search.1',
        rulesVersion: CATALOGUE_FIXTURE.channels.version,
      },
      geo: { country: 'CN', city: 'Suzhou' },
      page: '/en/whitepapers/inline-gauging/',
      variant: null,
      outbox: ['mail.download', 'mail.owner'],
    });
    expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
    expect(fingerprint).toHaveLength(16);
    expect(identities).toEqual([
      { kind: 'email', index: keyring.blindIndex('email', 'ada.wong@plant.example') },
      { kind: 'mobile', index: keyring.blindIndex('mobile', '+8613800138000') },
    ]);
    expect(await openAnswers(keyring, { id, answers: envelope })).toEqual({
      name: 'Ada Wong',
      email: 'ada.wong@plant.example',
      company: 'Plant 7',
      mobile: '+8613800138000',
      callback: false,
      product: 'gauge',
    });
    const visible = JSON.stringify(rest) + new TextDecoder('latin1').decode(envelope);
    expect(visible).not.toMatch(/Ada|ada\.wong|138001|Plant 7/);
    expect(consents).toEqual([
      { purpose: 'privacy', granted: true, version: '2026-11', textHash: expect.any(String), locale: 'en' },
      {
        purpose: 'marketing',
        granted: false,
        version: '2026-11',
        textHash: expect.any(String),
        locale: 'en',
      },
    ]);
  });

  test('is attributed by the rules of the catalogue, in-app browser included', async () => {
    const { app, pool } = await createTestApp();
    const headers = { 'user-agent': USER_AGENTS['wechat-ios'] };
    await app.fetch(postJson(PATH, registerBody({ landingUrl: `${TEST_ORIGIN}/en/` }), headers));
    expect(pool.only.touch.app).toBe('MicroMessenger');
    expect(pool.only.attribution).toEqual({
      source: 'wechat',
      medium: 'social',
      campaign: null,
      channel: 'organic-social',
      rule: 'organic-social.1',
      rulesVersion: CATALOGUE_FIXTURE.channels.version,
    });
    expect(JSON.stringify(pool.only)).not.toContain('iPhone');
  });

  test('proves the consent text in the language shown', async () => {
    const { app, pool } = await createTestApp();
    await app.fetch(postJson(PATH, registerBody({ locale: 'zh' })));
    const digest = await crypto.subtle.digest(
      'SHA-256',
      new TextEncoder().encode('我同意[隐私说明](/zh/privacy/)。'),
    );
    expect(pool.only.consents[0]?.textHash).toBe(Buffer.from(digest).toString('base64url'));
  });

  test('needs a key', async () => {
    const { app, pool } = await createTestApp();
    const { key: _, ...body } = registerBody();
    expect(await problemOf(await app.fetch(postJson(PATH, body)))).toBe('invalid_request');
    expect(pool.registrations.size).toBe(0);
  });

  test('without an address is mailed to nobody but the owner', async () => {
    const form = { ...FORM_FIXTURE, fields: FORM_FIXTURE.fields.filter(({ type }) => type !== 'email') };
    const { app, pool } = await createTestApp({
      catalogue: { ...CATALOGUE_FIXTURE, forms: { whitepaper: form } },
    });
    await app.fetch(postJson(PATH, registerBody()));
    expect(pool.only.outbox).toEqual(['mail.owner']);
  });
});

describe('the same submission again', () => {
  test('gets the first answer again and makes no second row', async () => {
    const { app, pool, time } = await createTestApp();
    const first = (await (await app.fetch(postJson(PATH, registerBody()))).json()) as FileAnswer;
    time.now += 24 * 3_600_000;
    const again = await app.fetch(
      postJson(PATH, registerBody({ elapsedMs: 99_000, landedMsAgo: 99_999_999 })),
    );
    expect(again.status).toBe(201);
    const answer = (await again.json()) as FileAnswer;
    expect(Object.keys(answer)).toEqual(Object.keys(first));
    expect(answer.id).toBe(first.id);
    expect((await app.fetch(get(answer.downloadUrl))).status).toBe(200);
    expect([pool.registrations.size, pool.replays, pool.outbox.length]).toEqual([1, 1, 2]);
  });

  test('fifty times at once makes one row and fifty equal ids', async () => {
    const { app, pool } = await createTestApp();
    const responses = await Promise.all(
      Array.from({ length: 50 }, async () => app.fetch(postJson(PATH, registerBody()))),
    );
    const ids = await Promise.all(
      responses.map(async (response) => ((await response.json()) as FileAnswer).id),
    );
    expect(new Set(ids)).toEqual(new Set([pool.only.id]));
  });

  test('under the same key but with other contents is a conflict and leaves the first intact', async () => {
    const { app, pool } = await createTestApp();
    await app.fetch(postJson(PATH, registerBody()));
    const stored = pool.only;
    const changes: readonly Partial<RegisterBody>[] = [
      { answers: { ...registerBody().answers, name: 'Eve' } },
      { consents: { privacy: true, marketing: true } },
      { locale: 'zh' },
    ];
    for (const change of changes) {
      expect(await problemOf(await app.fetch(postJson(PATH, registerBody(change))))).toBe(
        'idempotency_mismatch',
      );
    }
    expect(pool.only).toBe(stored);
    // The pool counts a mismatch itself.
    expect(pool.rejections).toHaveLength(changes.length);
  });

  test('in other spelling is the same', async () => {
    const { app, pool } = await createTestApp();
    await app.fetch(postJson(PATH, registerBody()));
    const answers = { company: ' Plant 7', email: 'ada.wong@PLANT.example ', name: 'Ada\tWong', extra: 'x' };
    expect((await app.fetch(postJson(PATH, registerBody({ answers })))).status).toBe(201);
    expect(pool.replays).toBe(1);
  });
});

describe('a plain form post', () => {
  test('is answered with the thank-you page', async () => {
    const { app, pool, keyring } = await createTestApp();
    const response = await app.fetch(postForm(PATH, formFields({ 'answers.topics': ['edge', 'gauging'] })));
    expect(response.status).toBe(303);
    expect(await response.text()).toBe('');
    const page = await app.fetch(get(response.headers.get('location') ?? ''));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<!--thanks-->Inline gauging|/d/');
    expect((await openAnswers(keyring, pool.only))['topics']).toEqual(['gauging', 'edge']);
  });

  test('takes landing URL and page from the referrer', async () => {
    const { app, pool } = await createTestApp();
    const { page: _, ...fields } = formFields();
    await app.fetch(postForm(PATH, fields));
    expect(pool.only).toMatchObject({
      page: '/en/whitepapers/inline-gauging/',
      touch: {
        landingUrl: `${TEST_ORIGIN}/en/whitepapers/inline-gauging/?utm_source=baidu&bd_vid=Abc-1`,
        utm: { utm_source: 'baidu' },
        clickIds: { bd_vid: 'Abc-1' },
      },
    });
  });

  test('twice on one day, over midnight too, makes one row', async () => {
    const { app, pool, time } = await createTestApp();
    time.now = Date.UTC(2026, 10, 24, 23, 59);
    await app.fetch(postForm(PATH, formFields()));
    await app.fetch(postForm(PATH, formFields()));
    time.now = Date.UTC(2026, 10, 25, 0, 1);
    const response = await app.fetch(postForm(PATH, formFields()));
    expect(pool.registrations.size).toBe(1);
    expect((await app.fetch(get(response.headers.get('location') ?? ''))).status).toBe(200);
    time.now = Date.UTC(2026, 10, 26, 0, 1);
    await app.fetch(postForm(PATH, formFields()));
    expect(pool.registrations.size).toBe(2);
  });

  test('with other contents is another registration', async () => {
    const { app, pool } = await createTestApp();
    await app.fetch(postForm(PATH, formFields()));
    await app.fetch(postForm(PATH, formFields({ 'answers.name': 'Eve' })));
    expect(pool.registrations.size).toBe(2);
  });

  test('can be answered in JSON', async () => {
    const { app } = await createTestApp();
    const response = await app.fetch(postForm(PATH, formFields(), { accept: 'application/json' }));
    expect(response.status).toBe(201);
  });

  test.each(['zh', 'en'] as const)('with mistakes gets its form back, filled in, in %s', async (locale) => {
    const { app, pool } = await createTestApp();
    const fields = formFields({ locale, 'answers.email': 'ada"><script>', 'answers.topics': 'edge' });
    delete fields['consents.privacy'];
    const response = await app.fetch(postForm(PATH, fields));
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-language')).toBe(locale === 'zh' ? 'zh-Hans' : 'en');
    expect(html).toContain(PROBLEMS.invalid_answers.title[locale]);
    expect(html).toContain(`<a href="#answers.email">${FIELD_ERRORS.invalid_email[locale]}</a>`);
    expect(html).toContain(`<a href="#consents.privacy">${FIELD_ERRORS.consent_required[locale]}</a>`);
    expect(html).toContain('value="Ada Wong"');
    expect(html).toContain('value="edge" checked');
    expect(html).toContain('value="ada&quot;&gt;&lt;script&gt;"');
    expect(html).not.toContain('<script>');
    // The way here is not lost when the corrected form is sent.
    expect(html).toContain('name="landingUrl" value="https://www.northlake.example/en/whitepapers');
    expect(pool.rejections.map(({ reason }) => reason)).toEqual(['invalid_answers']);
  });

  test('keeps its first landing URL when the corrected form comes from the refusal itself', async () => {
    const { app, pool } = await createTestApp();
    const landingUrl = `${TEST_ORIGIN}/en/?gclid=x`;
    await app.fetch(postForm(PATH, formFields({ landingUrl }), { referer: TEST_ORIGIN + PATH }));
    expect(pool.only.touch.landingUrl).toBe(landingUrl);
  });
});

describe('mistakes in JSON', () => {
  test('come back all at once, by field and in the visitor’s language', async () => {
    const { app } = await createTestApp();
    const body = registerBody({ locale: 'zh', answers: { email: 'ada', mobile: '12' }, consents: {} });
    const response = await app.fetch(postJson(PATH, body, { 'accept-language': 'en' }));
    expect(await response.json()).toMatchInlineSnapshot(`
      {
        "code": "invalid_answers",
        "detail": "请修改标出的内容后再提交。",
        "errors": [
          {
            "code": "required",
            "field": "answers.name",
            "message": "请填写姓名",
          },
          {
            "code": "invalid_email",
            "field": "answers.email",
            "message": "请输入完整的邮箱地址，例如 name@company.com",
          },
          {
            "code": "required",
            "field": "answers.company",
            "message": "请填写公司",
          },
          {
            "code": "invalid_mobile",
            "field": "answers.mobile",
            "message": "请输入 11 位手机号，或以 + 开头的国际号码",
          },
          {
            "code": "consent_required",
            "field": "consents.privacy",
            "message": "请先勾选同意此项",
          },
        ],
        "requestId": "request-1",
        "status": 422,
        "title": "有些内容需要修改",
        "type": "urn:gatehouse:problem:invalid_answers",
      }
    `);
  });

  test('are counted once each', async () => {
    const { app, pool, time } = await createTestApp();
    await app.fetch(postJson(PATH, registerBody({ consents: {} })));
    await app.fetch(postJson(PATH, '{'));
    await app.fetch(postJson(PATH, registerBody(), { origin: 'https://evil.example' }));
    await app.fetch(postJson(PATH, registerBody(), { 'content-type': 'text/plain' }));
    await app.fetch(postJson(PATH, 'x'.repeat(65_537)));
    await app.fetch(postJson(PATH, `{"a":${'['.repeat(20_000)}`));
    expect(pool.rejections).toEqual(
      [
        'invalid_answers',
        'invalid_request',
        'cross_site',
        'unsupported_type',
        'body_too_large',
        'body_too_complex',
      ].map((reason) => ({ reason, at: time.now })),
    );
    expect(pool.registrations.size).toBe(0);
  });

  test.each<[string, Partial<Record<keyof RegisterBody, unknown>>]>([
    ['an unknown form', { form: 'other' }],
    ['a form of every object', { form: 'constructor' }],
    ['an unknown entry', { entry: 'whitepapers/other' }],
    ['an entry of every object', { entry: '__proto__' }],
    ['a language we do not speak', { locale: 'fr' }],
    ['answers that are none', { answers: [1] }],
  ])('beyond any form are no request: %s', async (_, change) => {
    const { app } = await createTestApp();
    expect(await problemOf(await app.fetch(postJson(PATH, { ...registerBody(), ...change })))).toBe(
      'invalid_request',
    );
  });

  test.each([1, 'yes', 'true', null, [], {}])('are consents that are no plain yes: %j', async (privacy) => {
    const { app } = await createTestApp();
    const response = await app.fetch(postJson(PATH, { ...registerBody(), consents: { privacy } }));
    expect(await problemOf(response)).toBe('invalid_answers');
  });
});

describe('a page shown in several versions', () => {
  const [entry] = Object.values(CATALOGUE_FIXTURE.entries);
  const tried = { ...entry!, variants: [{ id: 'b', share: 50 }] as const };
  const catalogue = { ...CATALOGUE_FIXTURE, entries: { [tried.id]: tried } };

  test('is recorded with the registration and its touch', async () => {
    const { app, pool } = await createTestApp({ catalogue });
    const body = registerBody({ variant: 'b', landingVariant: 'a' });
    expect((await app.fetch(postJson(PATH, body))).status).toBe(201);
    expect([pool.only.variant, pool.only.touch.variant]).toEqual(['b', 'a']);
  });

  test('is recorded of a plain form, whose page is all that is known of the visit', async () => {
    const { app, pool } = await createTestApp({ catalogue });
    expect((await app.fetch(postForm(PATH, formFields({ variant: 'b' })))).status).toBe(303);
    expect([pool.only.variant, pool.only.touch.variant]).toEqual(['b', 'b']);
  });

  test('is kept when the corrected form comes from the refusal', async () => {
    const { app, pool } = await createTestApp({ catalogue });
    const refused = await app.fetch(postForm(PATH, formFields({ variant: 'b', 'answers.name': '' })));
    const html = await refused.text();
    const hidden = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value.replaceAll('&amp;', '&')],
    );
    const fields = { ...formFields(), ...Object.fromEntries(hidden) };
    await app.fetch(postForm(PATH, fields, { referer: `https://www.northlake.example${PATH}` }));
    expect([pool.only.variant, pool.only.touch.variant]).toEqual(['b', 'b']);
  });

  test.each(['c', 'A', '', 7, null, ['b'], { b: 1 }])('loses no lead over a version %j', async (variant) => {
    const { app, pool } = await createTestApp({ catalogue });
    const body = { ...registerBody(), variant, landingVariant: variant };
    expect((await app.fetch(postJson(PATH, body))).status).toBe(201);
    expect([pool.only.variant, pool.only.touch.variant]).toEqual([null, null]);
  });

  test('counts once who sends the same from both', async () => {
    const { app, pool } = await createTestApp({ catalogue });
    await app.fetch(postForm(PATH, formFields({ variant: 'b' })));
    await app.fetch(postForm(PATH, formFields({ variant: 'a' })));
    expect([pool.only.variant, pool.replays]).toEqual(['b', 1]);
  });

  test('is not recorded where nothing is tried', async () => {
    const { app, pool } = await createTestApp();
    await app.fetch(postJson(PATH, registerBody({ variant: 'b', landingVariant: 'b' })));
    expect([pool.only.variant, pool.only.touch.variant]).toEqual([null, null]);
  });
});

describe('an entry that has expired', () => {
  const entry = CATALOGUE_FIXTURE.entries['whitepapers/inline-gauging']!;
  const catalogue = { ...CATALOGUE_FIXTURE, entries: { [entry.id]: { ...entry, isClosed: true } } };

  test('takes no registration and says so, as JSON and as a page that leads back', async () => {
    const { app, pool, time } = await createTestApp({ catalogue });
    const response = await app.fetch(postJson(PATH, registerBody()));
    expect(response.status).toBe(410);
    expect(await problemOf(response)).toBe('entry_closed');
    const page = await app.fetch(postForm(PATH, formFields()));
    expect(page.status).toBe(410);
    const { title, hint } = PROBLEMS.entry_closed;
    expect(await page.text()).toContain(`${title.en}|${hint.en}|${entry.path.en}`);
    expect(pool.registrations.size).toBe(0);
    const rejection = { reason: 'entry_closed', at: time.now };
    expect(pool.rejections).toEqual([rejection, rejection]);
  });

  test('still hands out its file to links given out before', async () => {
    const { app, pool, keyring } = await createTestApp();
    const answer = (await (await app.fetch(postJson(PATH, registerBody()))).json()) as FileAnswer;
    const later = await createTestApp({ catalogue, pool, keyring });
    expect((await later.app.fetch(get(answer.downloadUrl))).status).toBe(200);
  });
});

describe('a suspicious submission', () => {
  test.each<[string, Partial<RegisterBody>]>([
    ['honeypot', { website: 'https://spam.example' }],
    ['too_fast', { elapsedMs: 1999 }],
    ['too_fast', { elapsedMs: -5 }],
  ])('(%s) is answered like any other, stored and forwarded to nobody', async (reason, change) => {
    const { app, pool } = await createTestApp();
    const response = await app.fetch(postJson(PATH, registerBody(change)));
    expect(response.status).toBe(201);
    const answer = (await response.json()) as FileAnswer;
    expect(pool.only).toMatchObject({ status: 'quarantined', reason, outbox: [] });
    expect((await app.fetch(get(answer.thanksUrl))).status).toBe(200);
    const held = await app.fetch(get(answer.downloadUrl));
    expect(held.status).toBe(403);
    expect(await held.text()).toBe(
      '<html lang="en"><!--held-->Inline gauging|/en/whitepapers/inline-gauging/|hello@northlake.example',
    );
    expect(pool.rejections).toEqual([]);
  });

  test('gets the file by the same link once a person has released it', async () => {
    const { app, pool } = await createTestApp();
    const response = await app.fetch(postJson(PATH, registerBody({ website: 'x' })));
    const { downloadUrl } = (await response.json()) as FileAnswer;
    pool.release(pool.only.id);
    expect((await app.fetch(get(downloadUrl))).status).toBe(200);
  });

  test('is not one sent after just the minimum time, or without any', async () => {
    const { app, pool } = await createTestApp();
    await app.fetch(postJson(PATH, registerBody({ elapsedMs: 2000 })));
    await app.fetch(postForm(PATH, formFields()));
    expect([...pool.registrations.values()].map(({ status }) => status)).toEqual(['accepted', 'accepted']);
  });
});

describe('when the pool can’t write', () => {
  test.each([
    ['full', 'storage_full', '60'],
    ['busy', 'unavailable', '5'],
    ['unreachable', 'unavailable', '5'],
  ] as const)('(%s) the client is asked to come back', async (reason, code, seconds) => {
    const { app, pool } = await createTestApp();
    pool.failure = reason;
    const response = await app.fetch(postJson(PATH, registerBody()));
    expect(response.headers.get('retry-after')).toBe(seconds);
    expect(await problemOf(response)).toBe(code);
    pool.failure = null;
    expect((await app.fetch(postJson(PATH, registerBody()))).status).toBe(201);
    expect(pool.registrations.size).toBe(1);
  });

  test('a plain form comes back filled in', async () => {
    const { app, pool } = await createTestApp();
    pool.failure = 'full';
    const response = await app.fetch(postForm(PATH, formFields()));
    const html = await response.text();
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
    expect(html).toContain(PROBLEMS.storage_full.hint.en);
    expect(html).toContain('value="ada.wong@plant.example"');
    expect(html).toContain('name="consents.privacy" value="yes" checked');
  });

  test('a refusal is still told, though it can’t be counted', async () => {
    const { app, pool, logged } = await createTestApp();
    pool.failure = 'busy';
    expect(await problemOf(await app.fetch(postJson(PATH, registerBody({ consents: {} }))))).toBe(
      'invalid_answers',
    );
    expect(logged.map(({ event }) => event)).toContain('refusal_not_counted');
  });
});

describe('hostile contents', () => {
  test('are stored as text and redacted where they identify somebody', async () => {
    const { app, pool, keyring } = await createTestApp();
    const landingUrl = `${TEST_ORIGIN}/en/?utm_source=<script>alert(1)</script>&utm_content=eve%40b.example`;
    const answers = { ...registerBody().answers, name: '=cmd|<b>"', company: '<!channel> @all' };
    await app.fetch(postJson(PATH, registerBody({ answers, landingUrl })));
    expect(await openAnswers(keyring, pool.only)).toMatchObject({
      name: '=cmd|<b>"',
      company: '<!channel> @all',
    });
    expect(pool.only.touch.utm).toEqual({
      utm_source: '<script>alert(1)</script>',
      utm_content: 'redacted-email',
    });
    expect(pool.only.touch.landingUrl).not.toContain('eve');
  });

  test.each(['//evil.example/', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)'])(
    'can’t pass %s for a page of ours',
    async (page) => {
      const { app, pool } = await createTestApp();
      await app.fetch(postJson(PATH, registerBody({ page })));
      expect(pool.only.page).toBe('/en/whitepapers/inline-gauging/');
    },
  );

  test('never make a server error', async () => {
    const { app } = await createTestApp();
    const nasty = [
      '\0',
      '\ud800',
      '\u202e',
      'a\r\nb',
      '𠮷'.repeat(999),
      [],
      {},
      [[]],
      1e999,
      { __proto__: null },
      true,
    ];
    for (const value of nasty) {
      for (const field of ['name', 'email', 'mobile', 'role', 'topics', 'question', 'callback', 'product']) {
        const body = registerBody({
          answers: { ...registerBody().answers, [field]: value },
          key: crypto.randomUUID(),
        });
        expect([201, 422]).toContain((await app.fetch(postJson(PATH, body))).status);
      }
      const outer = {
        ...registerBody(),
        landingUrl: value,
        referrer: value,
        page: value,
        key: crypto.randomUUID(),
      };
      expect([201, 400]).toContain((await app.fetch(postJson(PATH, outer))).status);
    }
  });
});
