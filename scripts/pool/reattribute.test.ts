import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChannelChanges } from '../../edge/contract/channels/channel-rules.ts';
import { composeChannelRules } from '../../edge/contract/channels/compose-channel-rules.ts';
import type { Touch } from '../../edge/contract/touch.ts';
import { compileChannelRules } from '../../edge/core/source/compile-channel-rules.ts';
import { attribute } from '../../edge/core/source/resolve-touch.ts';
import { SAMPLE_TIME, sampleCapture, sampleId } from '../../edge/pool/sample-capture.suite.ts';
import { openSqlitePool } from '../../edge/pool/sqlite/open-sqlite-pool.node.ts';
import { runPool } from './run-pool.ts';

const OLD = { ...composeChannelRules(), version: '1-aaaaaaaa' };
const OLD_RULES = compileChannelRules(OLD);
const CHANGES: ChannelChanges = {
  version: 2,
  ownHosts: [],
  ignoredHosts: [],
  groups: ['wechat'],
  sources: [
    { id: 'trade-portal', kind: 'site', hosts: ['portal.example'], aliases: [], userAgents: [], words: [] },
  ],
  clickIds: [],
  channels: [],
};
const NEW = { ...composeChannelRules(CHANGES), version: '2-bbbbbbbb' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-reattribute-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function run(args: string) {
  let out = '';
  let err = '';
  const same = (text: string): string => text;
  const code = await runPool(args.split(' '), {
    env: {},
    cwd: folder,
    clock: () => SAMPLE_TIME + 3_600_000,
    timeZone: 'Asia/Shanghai',
    write: (text) => (out += text),
    warn: (line) => (err += `${line}\n`),
    paint: { bold: same, dim: same, good: same, bad: same, warn: same },
  });
  return { code, out, err };
}

function buildWith(channels: object): void {
  mkdirSync(join(folder, 'dist', 'edge'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'edge', 'catalogue.json'), JSON.stringify({ forms: {}, channels }));
}

async function fillPool(touches: readonly Partial<Touch>[]): Promise<void> {
  const pool = await openSqlitePool({ path: join(folder, '.gatehouse', 'pool.sqlite'), ifAbsent: 'create' });
  for (const [index, changes] of touches.entries()) {
    const touch: Touch = {
      at: SAMPLE_TIME,
      landingUrl: null,
      referrer: null,
      utm: {},
      clickIds: {},
      variant: null,
      ...changes,
    };
    await pool.capture(sampleCapture(`${index}`, { touch, attribution: attribute(touch, OLD_RULES) }));
  }
  await pool.close();
}

const TOUCHES: readonly Partial<Touch>[] = [
  { utm: { utm_source: 'baidu', utm_medium: 'cpc' } },
  { app: 'MicroMessenger' },
  { referrer: 'https://mp.weixin.qq.com/s/1' },
  { referrer: 'https://news.portal.example/a' },
];

describe('reattribute', () => {
  test('tells what would change, and writes nothing', async () => {
    await fillPool(TOUCHES);
    buildWith(NEW);
    const first = await run('reattribute');
    expect(first).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "Nothing was written. --apply writes it.
      ",
        "out": "Rules 2-bbbbbbbb, of the last build
      4 registrations: 0 by these rules already, 1 by others that say the same, 3 would change

      CHANNEL         WOULD BE                   N
      organic-social  wechat                     2
      referral        referral (another source)  1

      E.G.          IS                                        WOULD BE
      smymxd45znmn  organic-social: wechat / social           wechat: wechat / social
      sd5es24ts1cd  organic-social: wechat / social           wechat: wechat / social
      6c8cc3yqy49h  referral: news.portal.example / referral  referral: trade-portal / referral
      ",
      }
    `);
    expect(await run('reattribute')).toEqual(first);
  });

  test('writes when asked to, once, and keeps what it replaces', async () => {
    await fillPool(TOUCHES);
    buildWith(NEW);
    expect((await run('reattribute --apply')).err).toMatchInlineSnapshot(`
      "4 of 4 brought to rules 2-bbbbbbbb; the earlier ones are kept.
      "
    `);
    expect(await run('reattribute')).toMatchObject({
      out: 'Rules 2-bbbbbbbb, of the last build\n4 registrations: 4 by these rules already, 0 by others that say the same, 0 would change\n',
      err: '',
    });
    const { out } = await run(`show ${sampleId('1')}`);
    expect(out.slice(out.indexOf('Where from'), out.indexOf('Touch'))).toMatchInlineSnapshot(`
      "Where from
        channel        WeChat
        source         wechat
        medium         social
        campaign       –
        by             rule wechat.1 of rules 2-bbbbbbbb
        before         Organic Social   wechat / social   rule organic-social.1 of rules 1-aaaaaaaa, until 2026-11-24 15:00

      "
    `);
  });

  test('goes back to earlier rules, and history knows all of it', async () => {
    await fillPool(TOUCHES);
    buildWith(NEW);
    await run('reattribute --apply');
    buildWith(OLD);
    expect((await run('reattribute --apply')).err).toContain('4 of 4 brought to rules 1-aaaaaaaa');
    const { out } = await run(`show ${sampleId('1')}`);
    expect(out.match(/^ {2}before .*$/gm)).toHaveLength(2);
  });

  test('takes any number of registrations in batches', async () => {
    await fillPool(Array.from({ length: 1203 }, (_, n) => TOUCHES[n % 4] ?? {}));
    buildWith(NEW);
    const { changes, ...counts } = JSON.parse((await run('reattribute --apply --json')).out) as {
      changes: { from: string; to: string; n: number; samples: object[] }[];
    };
    expect(counts).toEqual({ rulesVersion: '2-bbbbbbbb', total: 1203, outdated: 1203 });
    expect(changes.map(({ from, to, n, samples }) => [from, to, n, samples.length])).toEqual([
      ['organic-social', 'wechat', 602, 3],
      ['referral', 'referral', 300, 3],
    ]);
    expect(JSON.parse((await run('reattribute --json')).out)).toMatchObject({ outdated: 0, changes: [] });
  });

  test('needs a build', async () => {
    await fillPool(TOUCHES);
    await expect(run('reattribute')).rejects.toThrow('There is no build here, and so no rules to go by.');
  });
});
