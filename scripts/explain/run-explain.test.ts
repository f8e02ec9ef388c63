import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runExplain } from './run-explain.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-explain-'));
  writeFileSync(join(folder, 'site.yaml'), 'domain: https://www.company.example\n');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function writeRules(text: string): void {
  mkdirSync(join(folder, 'rules'));
  writeFileSync(join(folder, 'rules', 'channels.yaml'), text);
}

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const code = await runExplain(args, {
    contentRoot: folder,
    write: (text) => (out += text),
    warn: (line) => (err += `${line}\n`),
    paint: { bold: String, dim: String },
  });
  // Digest and number of sources change with the standard rules.
  const same = (text: string): string =>
    text.replaceAll(folder, '<folder>').replaceAll(/\b(\d)-[0-9a-f]{8}\b(?:: \d+ sources)?/g, '$1-…');
  return { code, out: same(out), err: same(err) };
}

describe('explain', () => {
  test('says where a visit comes from, and why', async () => {
    const link = 'https://www.company.example/zh/?utm_source=BD&utm_medium=cpc&utm_campaign=Q4';
    const { code, out, err } = await run(link, '--referrer', 'https://www.company.example/en/');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "  channel   Paid Search · 付费搜索
        source    baidu
        medium    cpc
        campaign  q4
        term      –
        content   –
        by        rule paid-search.1 of rules 0-…

      Why
        1. The page before on www.company.example is one of our own, so it is not counted.
        2. The link is tagged. It says utm_source=BD, which means baidu.
        3. The link says utm_medium=cpc.
        4. The first channel that fits is paid-search (rule paid-search.1): the kind of source is search, and the medium is one of *cp*, ppc, retargeting, paid*.
      "
    `);
  });

  test('goes by the rules of the folder, and takes paths of the site', async () => {
    writeRules(
      'version: 3\nchannels:\n  - id: fairs\n    name: { zh: 展会, en: Fairs }\n    when: [{ medium: [fair] }]\n',
    );
    const { out } = await run('/zh/?utm_source=booth&utm_medium=fair', '--ua', 'curl/8.7.1');
    expect(out).toMatchInlineSnapshot(`
      "  channel   Fairs · 展会
        source    booth
        medium    fair
        campaign  –
        term      –
        content   –
        by        rule fairs.1 of rules 3-…
        visitor   a bot: counted apart, never as a person

      Why
        1. The link is tagged. It says utm_source=booth.
        2. The link says utm_medium=fair.
        3. The first channel that fits is fairs (rule fairs.1): the medium is fair.
      "
    `);
  });

  test('tells scripts the same', async () => {
    const { out } = await run('https://www.company.example/', '--json', '--referrer', 'https://m.baidu.com/');
    expect(JSON.parse(out)).toMatchObject({
      source: 'baidu',
      medium: 'organic',
      channel: 'organic-search',
      rulesVersion: '0-…',
      visitor: null,
    });
  });

  test('steers no terminal', async () => {
    const { out } = await run('/?utm_source=a%9B31mb&utm_medium=%E2%80%AEx');
    expect(out).not.toMatch(/(?![\n])[\p{Cc}\p{Cf}]/u);
  });

  test('lists the channels in the order they are tried', async () => {
    const { code, out } = await run('--rules');
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 4).join('\n')).toMatchInlineSnapshot(`
      "Rules 0-…; the first channel that fits is taken.

      Cross-network · 跨网络广告
        cross-network.1  campaign: *cross-network*"
    `);
    expect(out).toMatch(/Referral · .*\n.*\n.*\nDirect · 直接访问\n {2}direct\.1 {2}always\n$/);
  });

  test.each([
    [[], 'Say which link: npm run explain -- "https://www.company.example/zh/?utm_source=baidu"'],
    [
      ['www.company.example/zh/'],
      'The link is "www.company.example/zh/", which is no web address. Did you mean "https://www.company.example/zh/"? Give all of it, from https:// on, in quotes.',
    ],
    [
      ['http//company.example/zh/'],
      'The link is "http//company.example/zh/", which is no web address. Did you mean "https://company.example/zh/"? Give all of it, from https:// on, in quotes.',
    ],
    [['zh'], 'The link is "zh", which is no web address. Give all of it, from https:// on, in quotes.'],
    [
      ['https://'],
      'The link is "https://", which is no web address. Give all of it, from https:// on, in quotes.',
    ],
    [
      ['https://a.example/', '--referrer', 'baidu.com'],
      '--referrer is "baidu.com", which is no web address. Did you mean "https://baidu.com"? Give all of it, from https:// on, in quotes.',
    ],
    [
      ['https://a.example/?a=1', 'utm_source=b'],
      'There are several links: "https://a.example/?a=1", "utm_source=b". Put the link in quotes: without them a shell cuts it at & and at spaces.',
    ],
    [
      ['https://a.example/', '--agent', 'x'],
      `Unknown option '--agent'. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- "--agent"`,
    ],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')[0]).toBe(message);
  });

  test('says what is wrong with the rules', async () => {
    writeRules('version: 1\ngroup: [wechat]\nsources:\n  - { id: portal }\n');
    const { code, err } = await run('/');
    expect(code).toBe(1);
    expect(err).toMatchInlineSnapshot(`
      "<folder>/rules/channels.yaml:2:1  UnknownKey
        There is no key "group".
        Did you mean "groups"?   groups: [wechat]

      <folder>/rules/channels.yaml:4:11  MissingKey
        sources[0].kind is missing: "portal" is none of the known sources, so say what it is, e.g. kind: site.
        Or did you mean "petal"?   id: petal

      2 problems in 1 file
      "
    `);
  });

  test('says where the content folder is missing', async () => {
    rmSync(folder, { recursive: true });
    await expect(run('/')).rejects.toThrow('There is no folder');
  });

  test('explains itself', async () => {
    expect((await run('--help')).out).toContain('npm run explain -- "<link>"');
  });
});
