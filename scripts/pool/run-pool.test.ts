import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { composeChannelRules } from '../../edge/contract/channels/compose-channel-rules.ts';
import type { Catalogue } from '../../edge/contract/catalogue.ts';
import type { Journey } from '../../edge/contract/journey.ts';
import type { ConsentRecord } from '../../edge/contract/registration.ts';
import type { Answers } from '../../edge/contract/registration.ts';
import { generateKeys } from '../../edge/core/generate-keys.ts';
import { createKeyring } from '../../edge/core/keyring.ts';
import { sealAnswers } from '../../edge/core/ports/answers-envelope.ts';
import type { Capture } from '../../edge/core/ports/pool.ts';
import { CATALOGUE_FIXTURE, FORM_FIXTURE } from '../../edge/core/testing/catalogue-fixture.ts';
import { compileChannelRules } from '../../edge/core/source/compile-channel-rules.ts';
import { attribute } from '../../edge/core/source/resolve-touch.ts';
import {
  SAMPLE_TIME,
  sampleBehaviour,
  sampleCapture,
  sampleId,
  sampleIdentity,
  sampleView,
} from '../../edge/pool/sample-capture.suite.ts';
import type { SqlitePool } from '../../edge/pool/sqlite/sqlite-pool.ts';
import { openSqlitePool } from '../../edge/pool/sqlite/open-sqlite-pool.node.ts';
import { runPool } from './run-pool.ts';

const KEYS = generateKeys();
const ENV = { GATEHOUSE_KEYS: KEYS.keys, GATEHOUSE_INDEX_KEY: KEYS.indexKey };
const NOW = SAMPLE_TIME + 3_600_000;
const RULES = compileChannelRules({ ...composeChannelRules(), version: '1-0123abcd' });

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-cli-'));
  path = join(folder, '.gatehouse', 'pool.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command line in the folder; what it prints, without this machine's paths. */
async function run(args: string, env: Record<string, string> = ENV) {
  let out = '';
  let err = '';
  const same = (text: string): string => text;
  const code = await runPool(args.split(' ').filter(Boolean), {
    env,
    cwd: folder,
    clock: () => NOW,
    timeZone: 'Asia/Shanghai',
    write: (text) => (out += text),
    warn: (line) => (err += `${line}\n`),
    paint: { bold: same, dim: same, good: same, bad: same, warn: same },
  }).catch((error: unknown) => {
    if (!(error instanceof Error) || !/^(PlainError|PoolRefused|ConfigError)$/.test(error.name)) throw error;
    err += `${error.message}\n`;
    return 1;
  });
  return { code, out: out.replaceAll(folder, '<folder>'), err: err.replaceAll(folder, '<folder>') };
}

async function withPool(use: (pool: SqlitePool) => Promise<unknown>): Promise<void> {
  const pool = await openSqlitePool({ path, ifAbsent: 'create' });
  await use(pool);
  await pool.close();
}

async function capture(seed: string, answers: Answers, changes: Partial<Capture> = {}): Promise<Capture> {
  const keyring = await createKeyring(KEYS);
  const sealed = await sealAnswers(keyring, sampleId(seed), answers);
  const captured = sampleCapture(seed, { answers: sealed, ...changes });
  return { ...captured, attribution: attribute(captured.touch, RULES) };
}

/** Three registrations, one of them held back, a refusal and a replay. */
async function fillPool(): Promise<void> {
  const wang: Answers = {
    name: '王芳',
    email: 'wang@example.com',
    company: '北方玻璃',
    topics: ['gauging', 'edge'],
    question: '第一行\n第二行',
    callback: true,
  };
  const lena: Answers = {
    name: 'Lena "Lu" Graf',
    email: 'lena@example.de',
    company: '=cmd|calc',
    mobile: '+4917012345',
  };
  const touch = { at: SAMPLE_TIME, landingUrl: null, referrer: null, utm: {}, clickIds: {}, variant: null };
  const person = [sampleIdentity('email', 'wang')];
  const captures = [
    await capture('a', wang, { identities: person }),
    await capture('b', lena, { locale: 'en', touch, variant: null, geo: null, at: SAMPLE_TIME + 60_000 }),
    await capture(
      'c',
      { ...wang, vat: 'DE1' },
      {
        identities: person,
        status: 'quarantined',
        reason: 'honeypot',
        outbox: [],
        entry: 'whitepapers/一份标题很长很长很长很长很长很长很长的白皮书',
        at: SAMPLE_TIME + 120_000,
        touch: {
          ...touch,
          utm: { utm_source: '微信\u001B[31m公众号' },
          referrer: 'https://mp.weixin.qq.com/s/x',
        },
      },
    ),
  ];
  await withPool(async (pool) => {
    for (const one of captures) await pool.capture(one);
    await pool.capture(captures[0] as Capture);
    await pool.reject({ reason: 'invalid_answers', at: SAMPLE_TIME });
  });
}

function writeCatalogue(more: Partial<Catalogue> = {}): void {
  mkdirSync(join(folder, 'dist', 'edge'), { recursive: true });
  const catalogue = { forms: { whitepaper: FORM_FIXTURE }, entries: {}, ...more };
  writeFileSync(join(folder, 'dist', 'edge', 'catalogue.json'), JSON.stringify(catalogue));
}

describe('without a pool', () => {
  test.each(['list', 'show abc', 'export', 'count', 'release abc', 'outbox', 'integrity'])(
    '%s says how one comes to be, and makes none',
    async (args) => {
      const { code, err } = await run(args);
      expect(code).toBe(1);
      expect(err).toBe(
        'There is no pool yet at <folder>/.gatehouse/pool.sqlite.\n' +
          'It is made when the server starts for the first time: npm start\n',
      );
    },
  );

  test('looks where GATEHOUSE_DATA says', async () => {
    expect((await run('list', { GATEHOUSE_DATA: 'elsewhere' })).err).toContain(
      '<folder>/elsewhere/pool.sqlite',
    );
  });
});

describe('a wrong call', () => {
  test.each([
    ['remove', 'There is no command "remove".'],
    ['constructor', 'There is no command "constructor".'],
    ['show', '"show" needs an id, or the beginning of one.'],
    ['list --decrypt', '"list" knows no --decrypt.'],
    ['count 5', '"count" does not know what to do with "5".'],
  ])('%s is told what is wrong', async (args, message) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(`${message}\nnpm run pool -- --help shows what there is.\n`);
  });

  test.each(['list --limit 0', 'list --limit x', 'list --status gone'])('%s is refused', async (args) => {
    await fillPool();
    expect(await run(args)).toMatchObject({ code: 1, out: '' });
  });

  test('help is none', async () => {
    const { code, out } = await run('--help');
    expect({ code, out }).toMatchInlineSnapshot(`
      {
        "code": 0,
        "out": "Looks into the lead pool.

        npm run pool                           the newest registrations (as list)
        npm run pool -- list                   newest first   --limit 20  --status accepted|quarantined  --json
        npm run pool -- show <id>              one registration; the beginning of its id is enough   --decrypt
        npm run pool -- export                 all of them as CSV for Excel   --decrypt  --out leads.csv
        npm run pool -- count                  received = accepted + quarantined + rejected   --json
        npm run pool -- release <id>           out of quarantine: accepts it and queues its mails
        npm run pool -- reattribute            derives channels anew by the rules of the last build   --apply writes
        npm run pool -- outbox                 mails that wait or failed, and why   --all
        npm run pool -- integrity              checks every page of the file

      What visitors entered is encrypted and shown with --decrypt only.
      ",
      }
    `);
  });
});

describe('list', () => {
  test('shows the newest first, aligned, with nothing personal and nothing that steers a terminal', async () => {
    await fillPool();
    const { out } = await run('list');
    expect(out).toMatchInlineSnapshot(`
      "ID            TIME              ENTRY                                VAR  LANG  FORM        STATUS                 CHANNEL      SOURCE           MEDIUM     CAMPAIGN  REFERRER          COUNTRY
      smzz1mqkgjmt  2026-11-24 14:02  whitepapers/一份标题很长很长很长很…  b    zh    whitepaper  quarantined: honeypot  referral     微信·[31m公众号  (not set)  –         mp.weixin.qq.com  CN
      4d52qx99nx1a  2026-11-24 14:01  whitepapers/inline-gauging           –    en    whitepaper  accepted               direct       (direct)         (none)     –         –                 –
      nzk7f127eb8x  2026-11-24 14:00  whitepapers/inline-gauging           b    zh    whitepaper  accepted               paid-search  baidu            cpc        q4        www.baidu.com     CN
      "
    `);
    expect(out).not.toMatch(/王芳|example\.(?:com|de)|\u001B/);
  });

  test('shows as many and of such status as asked for', async () => {
    await fillPool();
    expect((await run('list --limit 1')).err).toBe('The newest 1; --limit 10 shows more.\n');
    const { out } = await run('list --status quarantined --json');
    expect(JSON.parse(out)).toEqual([
      {
        id: sampleId('c'),
        at: '2026-11-24T06:02:00.000Z',
        status: 'quarantined',
        reason: 'honeypot',
        form: 'whitepaper',
        entry: 'whitepapers/一份标题很长很长很长很长很长很长很长的白皮书',
        locale: 'zh',
        channel: 'referral',
        variant: 'b',
        source: '微信\u001B[31m公众号',
        medium: '(not set)',
        campaign: null,
        rule: 'referral.2',
        rulesVersion: '1-0123abcd',
        country: 'CN',
        referrerHost: 'mp.weixin.qq.com',
      },
    ]);
  });

  test('says that there is nothing yet', async () => {
    await withPool(async () => {});
    expect((await run('list')).out).toBe('No registrations yet.\n');
  });
});

describe('show', () => {
  test('tells the journey as a time line, with the touches that credit is given by', async () => {
    const touch = (at: number, landingUrl: string, referrer: string | null = null) => ({
      at,
      landingUrl,
      referrer,
      utm: {},
      clickIds: {},
      variant: null,
    });
    const HOUR = 3_600_000;
    const journey: Journey = {
      touches: [
        touch(SAMPLE_TIME - 96 * HOUR, 'https://www.northlake.example/zh/', 'https://www.baidu.com/'),
        touch(SAMPLE_TIME - HOUR, 'https://www.northlake.example/zh/whitepapers/inline-gauging/'),
      ],
      views: [{ at: SAMPLE_TIME - 96 * HOUR, path: '/zh/', seconds: 75, depth: 60 }],
      acts: [
        { at: SAMPLE_TIME - HOUR / 2, type: 'form_error', path: '/zh/', what: 'email' },
        { at: SAMPLE_TIME - HOUR / 3, type: 'search', path: '/zh/search/', what: '极片' },
        { at: SAMPLE_TIME - HOUR / 4, type: 'video_play', path: '/zh/', what: '台架' },
      ],
    };
    const byDefault = { granted: true, version: '2026-11', locale: 'zh' } as const;
    const consents: ConsentRecord[] = [
      { purpose: 'site.analytics', ...byDefault, textHash: 's'.repeat(43), basis: 'opt-out' },
      { purpose: 'site.marketing', ...byDefault, textHash: '', basis: 'off' },
    ];
    await withPool((pool) =>
      pool.capture(sampleCapture('a', { journey: JSON.stringify(journey), consents })),
    );
    writeCatalogue({ channels: CATALOGUE_FIXTURE.channels });
    const { out } = await run(`show ${sampleId('a')}`);
    expect(/Journey\n[^]*?(?=\n\n)/.exec(out)?.[0]).toMatchInlineSnapshot(`
      "Journey
        first touch       Organic Search: baidu / organic   2026-11-20 14:00
        last touch        Direct: (direct) / (none)   2026-11-24 13:00
        last non-direct   Organic Search: baidu / organic   2026-11-20 14:00
        2026-11-20 14:00  came      Organic Search: baidu / organic   https://www.northlake.example/zh/   from https://www.baidu.com/
        2026-11-20 14:00  read      /zh/   1 min 15 s, 60 % seen
        2026-11-24 13:00  came      Direct: (direct) / (none)   https://www.northlake.example/zh/whitepapers/inline-gauging/
        2026-11-24 13:30  mistake   /zh/   email
        2026-11-24 13:40  searched  /zh/search/   极片
        2026-11-24 13:45  played    /zh/   台架"
    `);
    expect(/Consent\n[^]*?(?=\n\n)/.exec(out)?.[0]).toMatchInlineSnapshot(`
      "Consent
        site.analytics    on by default (opt-out)   version 2026-11, zh, sha256 sssssssssssssssssssssssssssssssssssssssssss
        site.marketing    on by default (off)   version 2026-11, zh, no text shown"
    `);
  });

  test('goes on after the registration, and tells a page that stayed open once', async () => {
    const page = { path: '/zh/whitepapers/inline-gauging/', depth: 40 };
    const journey: Journey = {
      touches: [],
      views: [{ ...page, at: SAMPLE_TIME - 60_000, seconds: 50 }],
      acts: [],
    };
    await withPool(async (pool) => {
      await pool.capture(sampleCapture('a', { journey: JSON.stringify(journey) }));
      await pool.recordBehaviour(
        sampleBehaviour('a', [
          sampleView('p-1', { ...page, at: SAMPLE_TIME - 59_000, seconds: 95, depth: 100 }),
          { type: 'visit', id: 'v-1', touch: { ...sampleCapture('a').touch, at: SAMPLE_TIME + 7_200_000 } },
          { type: 'cta', id: 'a-1', at: SAMPLE_TIME + 7_300_000, path: '/zh/cases/', what: '预约样品测试' },
        ]),
      );
    });
    writeCatalogue({ channels: CATALOGUE_FIXTURE.channels });
    const { out } = await run(`show ${sampleId('a')}`);
    expect(/Journey\n[^]*?(?=\n\n)/.exec(out)?.[0]).toMatchInlineSnapshot(`
      "Journey
        2026-11-24 13:59  read      /zh/whitepapers/inline-gauging/   1 min 35 s, 100 % seen
        2026-11-24 14:00  registered
        2026-11-24 16:00  came      Paid Search: baidu / cpc / q4   https://www.northlake.example/zh/?utm_source=baidu&utm_medium=cpc&utm_campaign=q4&bd_vid=aBc   from https://www.baidu.com/link?url=检测   in MicroMessenger
        2026-11-24 16:01  clicked   /zh/cases/   预约样品测试"
    `);
  });

  test('names the registration in which a consent was given', async () => {
    const from = sampleId('earlier');
    const [privacy, ...others] = sampleCapture('a').consents;
    const consents = [{ ...privacy!, from }, ...others];
    await withPool((pool) => pool.capture(sampleCapture('a', { consents })));
    expect((await run(`show ${sampleId('a')}`)).out).toContain(`given in ${from}   version 2026-11`);
    expect((await run('export')).out).toContain(`"yes (2026-11, given in ${from})"`);
  });

  test('tells all but what was entered', async () => {
    await fillPool();
    writeCatalogue();
    const { out } = await run(`show ${sampleId('a').slice(0, 6).toUpperCase()}`);
    expect(out).toMatchInlineSnapshot(`
      "Registration
        id             nzk7f127eb8xvx4syq03xas2p4
        time           2026-11-24 14:00
        status         accepted
        entry          whitepapers/inline-gauging
        form           whitepaper
        language       zh
        page           /zh/whitepapers/inline-gauging/
        variant        b
        location       Suzhou, 32, CN
        same person    smzz1mqkgjmtmctqyk3ag4ysk4

      Answers
        encrypted      name, email, company, mobile, role, topics, question, callback, product   (--decrypt shows them)

      Consent
        privacy        given   version 2026-11, zh, sha256 ppppppppppppppppppppppppppppppppppppppppppp
        marketing      not given   version 2026-11, zh, sha256 mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm

      Where from
        channel        paid-search
        source         baidu
        medium         cpc
        campaign       q4
        by             rule paid-search.1 of rules 1-0123abcd

      Touch
        landed         2026-11-24 13:58
        landing page   https://www.northlake.example/zh/?utm_source=baidu&utm_medium=cpc&utm_campaign=q4&bd_vid=aBc
        variant        c
        referrer       https://www.baidu.com/link?url=检测
        app            MicroMessenger
        utm_source     baidu
        utm_medium     cpc
        utm_campaign   q4
        utm_term       在线测厚
        bd_vid         aBc

      Deliveries
        mail.download  pending   due 2026-11-24 14:00   0 attempts
        mail.owner     pending   due 2026-11-24 14:00   0 attempts
      "
    `);
    expect(out).not.toContain('王芳');
  });

  test('tells what was entered when asked to, with a warning', async () => {
    await fillPool();
    const { out, err } = await run(`show ${sampleId('a')} --decrypt`);
    expect(err).toBe('Personal data below. Share it only with people who need it.\n');
    expect(out.slice(out.indexOf('Answers'), out.indexOf('Consent'))).toMatchInlineSnapshot(`
      "Answers
        name           王芳
        email          wang@example.com
        company        北方玻璃
        topics         gauging; edge
        question       第一行 ⏎ 第二行
        callback       yes

      "
    `);
  });

  test('says which ids it could be', async () => {
    await fillPool();
    expect((await run('show zzzzzz')).err).toBe(
      'No registration has an id that begins with "zzzzzz". npm run pool -- list shows them.\n',
    );
    await withPool(async (pool) => {
      for (let n = 0; n < 40; n += 1) await pool.capture(sampleCapture(`more ${n}`));
    });
    const common = '0123456789abcdefghjkmnpqrstvwxyz'.split('');
    const ids = ['a', 'b', 'c', ...Array.from({ length: 40 }, (_, n) => `more ${n}`)].map(sampleId);
    const prefix = common.find((letter) => ids.filter((id) => id.startsWith(letter)).length > 1) ?? '';
    const { code, err } = await run(`show ${prefix}`);
    expect(code).toBe(1);
    expect(err).toContain(`"${prefix}" is the beginning of several ids. Give more of it:\n  ${prefix}`);
  });

  test('says that the keys are others', async () => {
    await fillPool();
    const other = generateKeys();
    const [otherSecret] = other.keys.split(':').slice(1);
    const [id] = KEYS.keys.split(':');
    const sameId = { GATEHOUSE_KEYS: `${id}:${otherSecret}`, GATEHOUSE_INDEX_KEY: KEYS.indexKey };
    expect((await run(`show ${sampleId('a')} --decrypt`, sameId)).err).toContain(
      `The answers of ${sampleId('a')} do not open: they were written with another key`,
    );
    const otherId = { GATEHOUSE_KEYS: `zz:${otherSecret}`, GATEHOUSE_INDEX_KEY: KEYS.indexKey };
    expect((await run(`show ${sampleId('a')} --decrypt`, otherId)).err).toContain(
      `no key "${id}" in GATEHOUSE_KEYS`,
    );
    expect((await run(`show ${sampleId('a')} --decrypt`, {})).err).toContain('are gone');
  });

  test('does not open answers that were tampered with', async () => {
    await fillPool();
    const database = new DatabaseSync(path);
    database.exec(
      `update registration set answers = (select answers from registration where id = 2) where id = 1`,
    );
    database.close();
    const { code, out, err } = await run(`show ${sampleId('a')} --decrypt`);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('do not open');
  });
});

describe('export', () => {
  test('has a column for every fact and purpose, and none for answers', async () => {
    await fillPool();
    writeCatalogue();
    const { out, err } = await run('export');
    expect(out).toMatchInlineSnapshot(`
      "﻿id,time,status,reason,form,entry,locale,page,variant,country,region,city,channel,source,medium,campaign,channel_rule,rules_version,landed,landing_url,referrer,app,utm_source,utm_medium,utm_campaign,utm_term,utm_content,utm_id,utm_source_platform,utm_creative_format,utm_marketing_tactic,landing_variant,click_ids,consents.privacy,consents.marketing
      nzk7f127eb8xvx4syq03xas2p4,2026-11-24T06:00:00.000Z,accepted,,whitepaper,whitepapers/inline-gauging,zh,/zh/whitepapers/inline-gauging/,b,CN,32,Suzhou,paid-search,baidu,cpc,q4,paid-search.1,1-0123abcd,2026-11-24T05:58:30.000Z,https://www.northlake.example/zh/?utm_source=baidu&utm_medium=cpc&utm_campaign=q4&bd_vid=aBc,https://www.baidu.com/link?url=检测,MicroMessenger,baidu,cpc,q4,在线测厚,,,,,,c,bd_vid=aBc,yes (2026-11),no (2026-11)
      4d52qx99nx1as332te6a0fs2z4,2026-11-24T06:01:00.000Z,accepted,,whitepaper,whitepapers/inline-gauging,en,/zh/whitepapers/inline-gauging/,,,,,direct,(direct),(none),,direct.1,1-0123abcd,2026-11-24T06:00:00.000Z,,,,,,,,,,,,,,,yes (2026-11),no (2026-11)
      smzz1mqkgjmtmctqyk3ag4ysk4,2026-11-24T06:02:00.000Z,quarantined,honeypot,whitepaper,whitepapers/一份标题很长很长很长很长很长很长很长的白皮书,zh,/zh/whitepapers/inline-gauging/,b,CN,32,Suzhou,referral,微信[31m公众号,(not set),,referral.2,1-0123abcd,2026-11-24T06:00:00.000Z,,https://mp.weixin.qq.com/s/x,,微信[31m公众号,,,,,,,,,,,yes (2026-11),no (2026-11)
      "
    `);
    expect(err).toBe('3 registrations.\nWithout what was entered; --decrypt adds it.\n');
  });

  test('has a column for every field of form and pool, safe to open in a spreadsheet', async () => {
    await fillPool();
    writeCatalogue();
    const { err } = await run('export --decrypt --out leads.csv');
    const csv = readFileSync(join(folder, 'leads.csv'), 'utf8');
    const from = csv.indexOf('answers.name');
    expect(csv.slice(from, csv.indexOf('\r\n', from)).split(',')).toEqual([
      ...FORM_FIXTURE.fields.map(({ name }) => `answers.${name}`),
      'answers.vat',
    ]);
    expect(csv).toContain('王芳,wang@example.com,北方玻璃,,,"gauging; edge","第一行\n第二行",yes,,\r\n');
    expect(csv).toContain(`"Lena ""Lu"" Graf",lena@example.de,'=cmd|calc,'+4917012345,,,,,,\r\n`);
    expect(csv.startsWith('\uFEFFid,time,')).toBe(true);
    expect((statSync(join(folder, 'leads.csv')).mode & 0o777).toString(8)).toBe('600');
    expect(err).toContain('3 registrations to leads.csv.\nThe file holds personal data');
  });

  test('overwrites nothing', async () => {
    await fillPool();
    writeFileSync(join(folder, 'leads.csv'), 'mine');
    expect(await run('export --out leads.csv')).toMatchObject({
      code: 1,
      err: 'leads.csv is there already. Name another file, or delete it first.\n',
    });
    expect(readFileSync(join(folder, 'leads.csv'), 'utf8')).toBe('mine');
  });
});

describe('count', () => {
  test('tells what no person asked for, apart', async () => {
    await withPool(async (pool) => {
      await pool.countApart({ what: 'download', why: 'preview', at: SAMPLE_TIME });
      await pool.countApart({ what: 'download', why: 'bot', at: SAMPLE_TIME });
      await pool.countApart({ what: 'events', why: 'prefetch', at: SAMPLE_TIME });
    });
    expect((await run('count')).out.split('set aside')[1]).toMatchInlineSnapshot(`
      "
        download: bots 1, link previews 1
        events: fetched in advance 1
      "
    `);
  });

  test('shows that nothing got lost', async () => {
    await fillPool();
    expect(await run('count')).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "received      4
        accepted    2
        quarantined 1   honeypot 1
        rejected    1   invalid_answers 1
      replayed      1   the same submission again, counted apart

      ✓ 4 = 2 + 1 + 1, and the pool holds 2 + 1
        outbox: 0 delivered, 4 pending, 0 dead, 0 unknown

      accepted by variant
        whitepapers/inline-gauging: b 1
      ",
      }
    `);
  });

  test('fails when the sum is wrong', async () => {
    await fillPool();
    const database = new DatabaseSync(path);
    database.exec(`update tally set n = n + 1 where outcome = 'received'`);
    database.close();
    expect(await run('count')).toMatchObject({
      code: 1,
      err: '✗ 5 were received, but 4 are accounted for.\n',
    });
  });

  test('fails when a registration is missing', async () => {
    await fillPool();
    const database = new DatabaseSync(path);
    database.exec('delete from registration where id = 3');
    database.close();
    const { code, out } = await run('count --json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      holds: false,
      problems: ['1 were counted as quarantined, but the pool holds 0.'],
    });
  });
});

describe('release', () => {
  test('accepts a quarantined registration once, and the count still holds', async () => {
    await fillPool();
    expect(await run(`release ${sampleId('c').slice(0, 8)}`)).toEqual({
      code: 0,
      out: `Released ${sampleId('c')}: accepted, 2 mails queued.\n`,
      err: '',
    });
    expect((await run('count')).out).toContain('4 = 3 + 0 + 1');
    expect((await run('list --limit 5')).out).not.toContain('quarantined');
    expect((await run(`show ${sampleId('c')}`)).out).toContain(
      'accepted (honeypot, released 2026-11-24 15:00)',
    );
    expect(await run(`release ${sampleId('c')}`)).toMatchObject({
      code: 1,
      err: `${sampleId('c')} is not in quarantine: there is nothing to release.\n`,
    });
  });

  test('queues no link where the form asks for no address', async () => {
    await fillPool();
    mkdirSync(join(folder, 'dist', 'edge'), { recursive: true });
    const forms = { whitepaper: { ...FORM_FIXTURE, fields: [] } };
    const catalogue = { forms, entries: {} };
    writeFileSync(join(folder, 'dist', 'edge', 'catalogue.json'), JSON.stringify(catalogue));
    expect((await run(`release ${sampleId('c')}`)).out).toContain('1 mail queued');
  });

  test('queues a confirmation where there is no file', async () => {
    await withPool((pool) =>
      pool.capture(
        sampleCapture('n', {
          entry: 'landing/open-day',
          status: 'quarantined',
          reason: 'honeypot',
          outbox: [],
        }),
      ),
    );
    mkdirSync(join(folder, 'dist', 'edge'), { recursive: true });
    writeFileSync(join(folder, 'dist', 'edge', 'catalogue.json'), JSON.stringify(CATALOGUE_FIXTURE));
    await run(`release ${sampleId('n')}`);
    const { out } = await run('outbox');
    expect(out).toContain('mail.confirmation');
    expect(out).not.toContain('mail.download');
  });
});

describe('outbox', () => {
  test('shows what waits and what failed, and why', async () => {
    await fillPool();
    await withPool(async (pool) => {
      const deliveries = await pool.claim({ now: NOW, leaseMs: 1000, limit: 3 });
      const [done, dead, retry] = deliveries;
      if (!done || !dead || !retry) throw new Error('nothing was claimed');
      await pool.settle(done, { state: 'done', receipt: 'r' }, NOW);
      await pool.settle(
        dead,
        { state: 'dead', reason: 'validation_error 422: <address> is no mailbox' },
        NOW,
      );
      await pool.settle(retry, { state: 'retry', dueAt: NOW + 300_000, reason: 'http_503' }, NOW);
    });
    expect((await run('outbox')).out).toMatchInlineSnapshot(`
      "    NO  REGISTRATION  TOPIC          STATE    TRIES  QUEUED            DUE               REASON
      200001  4d52qx99nx1a  mail.owner     pending      0  2026-11-24 14:01  2026-11-24 14:01
      200000  4d52qx99nx1a  mail.download  pending      1  2026-11-24 14:01  2026-11-24 15:05  http_503
      100001  nzk7f127eb8x  mail.owner     dead         1  2026-11-24 14:00  –                 validation_error 422: <address> is no mailbox
      "
    `);
    expect((await run('outbox --all')).out).toContain('done');
  });

  test('says that nothing waits', async () => {
    await withPool(async () => {});
    expect((await run('outbox')).out).toBe('Nothing waits and nothing failed.\n');
  });
});

describe('integrity', () => {
  test('finds a whole file whole', async () => {
    await fillPool();
    expect(await run('integrity')).toEqual({ code: 0, out: '✓ .gatehouse/pool.sqlite is whole.\n', err: '' });
  });

  test('finds a row that points to nothing', async () => {
    await fillPool();
    const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
    database.exec('update registration set form_id = 99 where id = 1');
    database.close();
    const { code, out } = await run('integrity');
    expect({ code, out }).toMatchInlineSnapshot(`
      {
        "code": 1,
        "out": "✗ .gatehouse/pool.sqlite is damaged:
        registration row 1 points to no term
      ",
      }
    `);
  });
});

test('reads while the server writes', async () => {
  await fillPool();
  await withPool(async (pool) => {
    await Promise.all(Array.from({ length: 50 }, (_, n) => pool.capture(sampleCapture(`more ${n}`))));
    expect(JSON.parse((await run('list --limit 100 --json')).out)).toHaveLength(53);
    expect(await run('count')).toMatchObject({ code: 0 });
  });
});
