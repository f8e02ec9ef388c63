import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Catalogue } from '../contract/catalogue.ts';
import type { Answers } from '../contract/registration.ts';
import { generateKeys } from '../core/generate-keys.ts';
import { createKeyring } from '../core/keyring.ts';
import { sealAnswers } from '../core/ports/answers-envelope.ts';
import type { LogFacts } from '../core/ports/app.ts';
import type { DownloadTokens } from '../core/ports/download-tokens.ts';
import type { Keyring } from '../core/ports/keyring.ts';
import type { Mail, MailForwarder } from '../core/ports/mail.ts';
import type { ForwardResult, Outbox } from '../core/ports/outbox.ts';
import { type Capture, PoolUnavailable } from '../core/ports/pool.ts';
import { CATALOGUE_FIXTURE } from '../core/testing/catalogue-fixture.ts';
import { createTokens } from '../core/tokens.ts';
import { sampleCapture } from '../pool/sample-capture.suite.ts';
import { openSqlitePool } from '../pool/sqlite/open-sqlite-pool.node.ts';
import type { SqlitePool } from '../pool/sqlite/sqlite-pool.ts';
import { openSqliteReader } from '../pool/sqlite/open-sqlite-reader.node.ts';
import { createRelay, type RelayOptions } from './create-relay.ts';

const START = Date.UTC(2026, 10, 24, 6);
const HOUR = 3_600_000;
const ANSWERS: Answers = {
  name: '王芳',
  email: 'wang.fang@example.com',
  company: 'Northern <Glass> & Co',
  role: 'quality',
  topics: ['gauging', 'edge'],
  callback: true,
  question: '第一行\n第二行',
};

let folder: string;
let pool: SqlitePool;
let keyring: Keyring;
let tokens: DownloadTokens;
let now: number;
let sent: { mail: Mail; key: string }[];
let logged: [string, string, LogFacts | undefined][];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-relay-'));
  pool = await openSqlitePool({ path: join(folder, 'pool.sqlite'), ifAbsent: 'create' });
  keyring = await createKeyring(generateKeys());
  tokens = createTokens({ keyring });
  now = START;
  sent = [];
  logged = [];
});
afterEach(async () => {
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A destination that answers each mail as told. */
function forwarderThat(answer: (mail: Mail) => ForwardResult | Promise<ForwardResult>): MailForwarder {
  return {
    name: 'test',
    async send(mail, { idempotencyKey }) {
      sent.push({ mail, key: idempotencyKey });
      return answer(mail);
    },
  };
}

const ok = forwarderThat(() => ({ result: 'ok', receipt: 'r' }));

function relayWith(changes: Partial<RelayOptions> = {}) {
  return createRelay({
    outbox: pool,
    catalogue: CATALOGUE_FIXTURE,
    keyring,
    tokens,
    forwarder: ok,
    clock: () => now,
    random: () => 0.5,
    log: (level, event, facts) => logged.push([level, event, facts]),
    ...changes,
  });
}

async function register(
  seed: string,
  changes: Partial<Capture> = {},
  answers: Answers = ANSWERS,
): Promise<Capture> {
  const { id } = sampleCapture(seed);
  const capture = sampleCapture(seed, {
    at: now,
    answers: await sealAnswers(keyring, id, answers),
    ...changes,
  });
  await pool.capture(capture);
  return capture;
}

async function deliveriesOf(id: string) {
  const reader = await openSqliteReader({ path: join(folder, 'pool.sqlite') });
  const details = await reader.details(id);
  reader.close();
  return details?.deliveries.map(({ state, attempts, note }) => ({ state, attempts, note }));
}

describe('the mails', () => {
  /** Every placeholder the contract names. */
  const catalogue: Catalogue = {
    ...CATALOGUE_FIXTURE,
    mails: {
      download: both({
        subject: '{{entryTitle}} / {{name}}',
        html: '<p>{{name}} {{entryTitle}} {{downloadUrl}} {{fileName}} {{fileSize}} {{expiresAt}} {{pageUrl}}</p>',
        text: '{{name}}\n{{downloadUrl}}\n{{expiresAt}}',
      }),
      confirmation: both({
        subject: '{{entryTitle}} / {{name}}',
        html: '<p>{{name}} {{entryTitle}} {{thanks}} {{pageUrl}}</p>',
        text: '{{name}}\n{{entryTitle}}\n{{thanks}}\n{{pageUrl}}',
      }),
      owner: both({
        subject: '{{entryTitle}}',
        html: '<table>{{{answers}}}</table><p>{{channel}} {{source}} {{landingUrl}} {{variant}} {{referrer}}</p>',
        text: '{{ownerName}}\n{{{answers}}}\n{{channel}}\n{{source}}\n{{location}}\n{{consents}}\n{{registeredAt}}\n{{registrationId}}',
      }),
    },
  };

  test('bring the prospect a link that works, in their language', async () => {
    const { id } = await register('a', { outbox: ['mail.download'] });
    expect(await relayWith({ catalogue }).drainOnce()).toEqual({
      done: 1,
      retry: 0,
      dead: 0,
      unknown: 0,
      isMoreDue: false,
    });
    const [{ mail } = { mail: null }] = sent;
    const token = /\/d\/([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(await tokens.verify(token, now)).toMatchObject({
      result: 'ok',
      grant: { asset: 'whitepapers/inline-gauging/zh', registration: id, held: false },
    });
    expect({
      ...mail,
      html: mail?.html.replace(token, '<token>'),
      text: mail?.text.replace(token, '<token>'),
    }).toMatchInlineSnapshot(`
      {
        "from": "北湖仪器 <hello@northlake.example>",
        "html": "<p>王芳 在线测量 https://www.northlake.example/d/<token> 北湖 – 在线测量.pdf 16 B 2026年11月25日 13:00（北京时间） https://www.northlake.example/zh/whitepapers/inline-gauging/</p>",
        "replyTo": undefined,
        "subject": "在线测量 / 王芳",
        "text": "王芳
      https://www.northlake.example/d/<token>
      2026年11月25日 13:00（北京时间）",
        "to": "wang.fang@example.com",
      }
    `);
  });

  test('confirm to the prospect, in their language, what happens next where there is no file', async () => {
    await register('a', { entry: 'landing/open-day', locale: 'en', outbox: ['mail.confirmation'] });
    expect(await relayWith({ catalogue }).drainOnce()).toMatchObject({ done: 1 });
    expect(sent.map(({ mail }) => mail)).toMatchInlineSnapshot(`
      [
        {
          "from": "Northlake <hello@northlake.example>",
          "html": "<p>王芳 Open day Your seat is kept. https://www.northlake.example/en/landing/open-day/</p>",
          "replyTo": undefined,
          "subject": "Open day / 王芳",
          "text": "王芳
      Open day
      Your seat is kept.
      https://www.northlake.example/en/landing/open-day/",
          "to": "wang.fang@example.com",
        },
      ]
    `);
  });

  test('confirm, too, where the file was taken away before the mail went out', async () => {
    await register('a', { entry: 'landing/open-day', outbox: ['mail.download'] });
    expect(await relayWith({ catalogue }).drainOnce()).toMatchObject({ done: 1 });
    expect(sent[0]?.mail.text).toBe(
      '王芳\n开放日\n席位已留好。\nhttps://www.northlake.example/zh/landing/open-day/',
    );
  });

  test('confirm nothing of an entry that is gone, nor to nobody', async () => {
    await register('a', { entry: 'landing/gone', outbox: ['mail.confirmation'] });
    await register('b', { entry: 'landing/open-day', outbox: ['mail.confirmation'] }, { name: '王芳' });
    expect(await relayWith({ catalogue }).drainOnce()).toMatchObject({ done: 0, dead: 2 });
    const reasons = logged.map(([, , facts]) => facts?.['reason']);
    expect(reasons.toSorted()).toEqual(['entry_not_published', 'no_address']);
  });

  test('bring the owner who it is, where from, and what was agreed to; the reply goes to the prospect', async () => {
    await register('a', { outbox: ['mail.owner'] });
    await relayWith({ catalogue }).drainOnce();
    expect(sent[0]?.mail).toMatchInlineSnapshot(`
      {
        "from": "北湖仪器 <hello@northlake.example>",
        "html": "<table><tr><th scope="row">姓名</th><td>王芳</td></tr><tr><th scope="row">工作邮箱</th><td>wang.fang@example.com</td></tr><tr><th scope="row">公司</th><td>Northern &lt;Glass&gt; &amp; Co</td></tr><tr><th scope="row">角色</th><td>quality</td></tr><tr><th scope="row">关注的主题</th><td>gauging、edge</td></tr><tr><th scope="row">问题</th><td>第一行<br>第二行</td></tr><tr><th scope="row">请回电</th><td>是</td></tr></table><p>付费搜索 baidu / cpc / q4 https://www.northlake.example/zh/?utm_source=baidu&amp;utm_medium=cpc&amp;utm_campaign=q4&amp;bd_vid=aBc B https://www.baidu.com/link?url=检测</p>",
        "replyTo": "wang.fang@example.com",
        "subject": "在线测量",
        "text": "林悦
      姓名：王芳
      工作邮箱：wang.fang@example.com
      公司：Northern <Glass> & Co
      角色：quality
      关注的主题：gauging、edge
      问题：第一行
      第二行
      请回电：是
      付费搜索
      baidu / cpc / q4
      Suzhou, 32, 中国
      我同意隐私说明。
      2026年11月24日 14:00（北京时间）
      nzk7f127eb8xvx4syq03xas2p4",
        "to": "lin.yue@northlake.example",
      }
    `);
  });

  test('cope with little knowledge, and with an entry and a form that are gone', async () => {
    const touch = { at: START, landingUrl: null, referrer: null, utm: {}, clickIds: {}, variant: null };
    const attribution = {
      ...sampleCapture('a').attribution,
      source: '(direct)',
      medium: '(none)',
      channel: 'gone',
    };
    const gone = { entry: 'whitepapers/gone', form: 'gone', touch, attribution, geo: null, consents: [] };
    await register('a', gone, { email: 'a@example.com', other: ['x', 'y'] });
    expect(await relayWith({ catalogue }).drainOnce()).toMatchObject({ done: 1, dead: 1 });
    expect(sent.map(({ mail }) => mail.text)).toMatchInlineSnapshot(`
      [
        "林悦
      email：a@example.com
      other：x、y
      gone
      直接访问
      无
      无
      2026年11月24日 14:00（北京时间）
      nzk7f127eb8xvx4syq03xas2p4",
      ]
    `);
  });

  test('never take a line break from a visitor into a header, nor markup into HTML', async () => {
    const hostile = {
      ...ANSWERS,
      name: 'Eve\r\nBcc: all@example.com\u2028x',
      company: '<img src=x onerror=alert(1)>{{downloadUrl}}{{{answers}}}',
    };
    const touch = {
      ...sampleCapture('a').touch,
      utm: { utm_source: '"><script>alert(1)</script>' },
      referrer: 'https://evil.example/<script>',
    };
    await register('a', { touch }, hostile);
    await relayWith({ catalogue }).drainOnce();
    for (const { mail } of sent) {
      const headers = [mail.from, mail.to, mail.replyTo ?? '', mail.subject];
      expect(headers.join('')).not.toMatch(/[\r\n\u2028]/);
      expect(mail.html).not.toMatch(/<(?:img|script)/);
    }
    const toOwner = sent.find(({ mail }) => mail.to === 'lin.yue@northlake.example');
    expect(toOwner?.mail.html).toContain('{{downloadUrl}}{{{answers}}}');
  });

  test.each(['a@b.c, everybody@example.com', 'a@b.c>\r\nBcc: d@e.f', 'no address', ''])(
    'are never sent to %j',
    async (email) => {
      await register('a', { outbox: ['mail.download'] }, { ...ANSWERS, email });
      expect(await relayWith().drainOnce()).toMatchObject({ done: 0, dead: 1 });
      expect(sent).toEqual([]);
    },
  );
});

describe('the relay', () => {
  test('sends each mail once', async () => {
    const { id } = await register('a');
    await relayWith().drainOnce();
    await relayWith().drainOnce();
    const keys = sent.map(({ key }) => key);
    expect(keys.toSorted()).toEqual([`000100000-mail-download-${id}`, `000100001-mail-owner-${id}`]);
    expect(await deliveriesOf(id)).toEqual([
      { state: 'done', attempts: 1, note: 'r' },
      { state: 'done', attempts: 1, note: 'r' },
    ]);
  });

  test('works off a backlog larger than a batch', async () => {
    for (let n = 0; n < 40; n += 1) await register(`${n}`);
    expect(await relayWith().drainOnce({ maxBatches: 1 })).toMatchObject({ done: 16, isMoreDue: true });
    expect(await relayWith().drainOnce()).toMatchObject({ done: 64, isMoreDue: false });
    expect(new Set(sent.map(({ key }) => key)).size).toBe(80);
  });

  test('is delayed by no mail that fails', async () => {
    for (const seed of ['a', 'b', 'c']) {
      await register(seed, { outbox: ['mail.download'] }, { ...ANSWERS, email: `${seed}@example.com` });
    }
    const answers: Record<string, () => ForwardResult | Promise<ForwardResult>> = {
      'a@example.com': () => Promise.reject(new TypeError('a bug')),
      'b@example.com': () => ({ result: 'retry', reason: 'http_503' }),
      'c@example.com': () => ({ result: 'ok' }),
    };
    const forwarder = forwarderThat(
      (mail) => answers[mail.to]?.() ?? { result: 'dead', reason: 'unexpected' },
    );
    expect(await relayWith({ forwarder }).drainOnce()).toEqual({
      done: 1,
      retry: 2,
      dead: 0,
      unknown: 0,
      isMoreDue: false,
    });
  });

  test('tries again when due, with the same mail under the same key', async () => {
    const { id } = await register('a', { outbox: ['mail.download'] });
    const failing = forwarderThat(() => ({ result: 'retry', reason: 'http_503' }));
    await relayWith({ forwarder: failing }).drainOnce();
    now += 4999;
    await relayWith({ forwarder: failing }).drainOnce();
    expect(sent).toHaveLength(1);
    now += 1;
    await relayWith().drainOnce();
    expect(sent[1]).toEqual(sent[0]);
    expect(await deliveriesOf(id)).toEqual([{ state: 'done', attempts: 2, note: 'r' }]);
  });

  test('gives up after ten attempts and says why', async () => {
    const { id } = await register('a', { outbox: ['mail.owner'] });
    const forwarder = forwarderThat(() => ({ result: 'retry', reason: 'http_503' }));
    for (let n = 0; n < 12; n += 1) {
      await relayWith({ forwarder }).drainOnce();
      now += 30 * HOUR;
    }
    expect(sent).toHaveLength(10);
    expect(await deliveriesOf(id)).toEqual([
      { state: 'dead', attempts: 10, note: 'gave up after 10 attempts: http_503' },
    ]);
  });

  test('sends nothing a second time once the destination has forgotten the key', async () => {
    const { id } = await register('a', { outbox: ['mail.owner'] });
    const crash = { ...pool, settle: () => Promise.reject(new PoolUnavailable('busy')) };
    const forwarder = { ...ok, idempotentForMs: 23 * HOUR };
    await relayWith({ forwarder, outbox: crash }).drainOnce();
    now += 23 * HOUR + 1;
    expect(await relayWith({ forwarder }).drainOnce()).toMatchObject({ unknown: 1 });
    expect(sent).toHaveLength(1);
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'unknown', attempts: 2 }]);
  });

  test('sends a first time however long the mail has waited', async () => {
    await register('a', { outbox: ['mail.owner'] });
    now += 72 * HOUR;
    expect(await relayWith({ forwarder: { ...ok, idempotentForMs: 23 * HOUR } }).drainOnce()).toMatchObject({
      done: 1,
    });
  });

  test('repeats under the same key what was sent but not settled', async () => {
    await register('a', { outbox: ['mail.owner'] });
    const crash: Outbox = { ...pool, settle: () => Promise.reject(new PoolUnavailable('busy')) };
    expect(await relayWith({ outbox: crash }).drainOnce()).toMatchObject({ done: 0 });
    await relayWith().drainOnce();
    expect(sent).toHaveLength(1);
    now += 120_000;
    await relayWith().drainOnce();
    expect(sent[1]).toEqual(sent[0]);
  });

  test('keeps a mail for later when the answers do not open, tampered or under a lost key', async () => {
    const envelope = await sealAnswers(keyring, sampleCapture('a').id, ANSWERS);
    envelope[envelope.length - 1] = (envelope.at(-1) ?? 0) ^ 1;
    await register('a', { outbox: ['mail.owner'], answers: envelope });
    await register('b', { outbox: ['mail.owner'], answers: (await register('c')).answers });
    expect(await relayWith().drainOnce()).toEqual({
      done: 2,
      retry: 2,
      dead: 0,
      unknown: 0,
      isMoreDue: false,
    });
    const strange = await createKeyring(generateKeys());
    await register('d', { outbox: ['mail.owner'] });
    expect(await relayWith({ keyring: strange }).drainOnce()).toMatchObject({ done: 0, retry: 1 });
  });

  test('logs no value of a lead', async () => {
    await register('a');
    await relayWith({ forwarder: forwarderThat(() => Promise.reject(new Error('王芳'))) }).drainOnce();
    now += 6000;
    await relayWith().drainOnce();
    expect(logged).toHaveLength(4);
    expect(JSON.stringify(logged)).not.toMatch(/王芳|wang\.fang|example\.com|\/d\//);
  });

  test('takes nothing new once it is to stop, and settles what it holds', async () => {
    for (let n = 0; n < 20; n += 1) await register(`${n}`, { outbox: ['mail.owner'] });
    const stopping = new AbortController();
    const forwarder = forwarderThat(() => {
      stopping.abort();
      return { result: 'ok' };
    });
    expect(await relayWith({ forwarder }).drainOnce({ signal: stopping.signal })).toMatchObject({ done: 16 });
    expect(await relayWith().drainOnce()).toMatchObject({ done: 4 });
  });

  test('shares the work with another relay without sending twice', async () => {
    for (let n = 0; n < 30; n += 1) await register(`${n}`);
    const reports = await Promise.all([relayWith().drainOnce(), relayWith().drainOnce()]);
    expect(reports.reduce((sum, { done }) => sum + done, 0)).toBe(60);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(60);
    expect(sent).toHaveLength(60);
  });
});

function both<T>(value: T): { zh: T; en: T } {
  return { zh: value, en: value };
}
