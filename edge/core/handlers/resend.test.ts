import { describe, expect, test } from 'vitest';
import { NOTICES } from '../../contract/notices.ts';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { postForm, postJson, registerBody, type FileAnswer } from '../testing/requests.ts';

const HOUR_MS = 3_600_000;
const mailsOf = ({ pool }: TestApp) => pool.outbox.filter(({ topic }) => topic === 'mail.download').length;

async function expiredToken(
  house: TestApp,
  change: Parameters<typeof registerBody>[0] = {},
): Promise<string> {
  const response = await house.app.fetch(postJson('/api/register', registerBody(change)));
  const { downloadUrl } = (await response.json()) as FileAnswer;
  house.time.now += 25 * HOUR_MS;
  return downloadUrl.slice(3);
}

describe('a request for a new link', () => {
  test('queues one mail to the registered address', async () => {
    const house = await createTestApp();
    const token = await expiredToken(house, { locale: 'zh' });
    const response = await house.app.fetch(postForm('/api/resend', { token }, { 'accept-language': 'en' }));
    expect(response.status).toBe(202);
    expect(await response.text()).toContain(`<!--message-->${NOTICES.link_requested.title.zh}`);
    expect(mailsOf(house)).toBe(2);
    expect(house.pool.mailRequests).toEqual([
      { id: house.pool.only.id, at: house.time.now, minGapMs: 30_000, maxPerDay: 5 },
    ]);
  });

  test('is answered alike whether a mail goes out or not', async () => {
    const house = await createTestApp({ requestId: () => 'same' });
    const token = await expiredToken(house);
    const held = await expiredToken(house, { website: 'x', key: 'another-key-0123456789' });
    const answers: { status: number; headers: Record<string, string>; body: unknown }[] = [];
    for (const one of [token, token, held]) {
      const response = await house.app.fetch(postJson('/api/resend', { token: one }));
      const headers = Object.fromEntries(response.headers);
      answers.push({ status: response.status, headers, body: await response.json() });
    }
    expect(mailsOf(house)).toBe(2);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]?.body).toMatchInlineSnapshot(`
      {
        "code": "link_requested",
        "detail": "If this document was registered with your address, a new link will be there within minutes. If not, look in the spam folder.",
        "title": "Check your inbox",
      }
    `);
  });

  test('brings five mails a day at most', async () => {
    const house = await createTestApp();
    const token = await expiredToken(house);
    for (let round = 0; round < 10; round += 1) {
      house.time.now += 60_000;
      await house.app.fetch(postJson('/api/resend', { token }));
    }
    expect(mailsOf(house)).toBe(1 + 5);
  });

  test('needs a token that we signed', async () => {
    const house = await createTestApp();
    const token = await expiredToken(house);
    for (const bad of [`${token}x`, 'x', '']) {
      const response = await house.app.fetch(postJson('/api/resend', { token: bad }));
      expect(await response.json()).toMatchObject({ code: 'link_invalid' });
    }
    for (const bad of [undefined, 7, [token]]) {
      const response = await house.app.fetch(postJson('/api/resend', { token: bad }));
      expect(await response.json()).toMatchObject({ code: 'invalid_request' });
    }
    expect(house.pool.mailRequests).toEqual([]);
  });

  test('passes the same guards as a registration, and counts as none', async () => {
    const house = await createTestApp();
    const token = await expiredToken(house);
    const statuses: number[] = [];
    const bad: readonly Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { 'content-type': 'text/plain' },
    ];
    for (const headers of bad) {
      statuses.push((await house.app.fetch(postJson('/api/resend', { token }, headers))).status);
    }
    statuses.push((await house.app.fetch(postJson('/api/resend', { token: 'x'.repeat(70_000) }))).status);
    expect(statuses).toEqual([403, 415, 413]);
    expect(house.pool.rejections).toEqual([]);
    expect(house.pool.mailRequests).toEqual([]);
  });

  test('comes from the page of the old link, which tells no referrer', async () => {
    const house = await createTestApp();
    const token = await expiredToken(house);
    const headers = { origin: 'null', referer: '', 'sec-fetch-site': 'same-origin' };
    expect((await house.app.fetch(postForm('/api/resend', { token }, headers))).status).toBe(202);
  });

  test('is asked to come back when the pool can’t write', async () => {
    const house = await createTestApp();
    const token = await expiredToken(house);
    house.pool.failure = 'busy';
    const response = await house.app.fetch(postForm('/api/resend', { token }));
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await response.text()).toContain('<!--message-->The service is busy');
  });
});
