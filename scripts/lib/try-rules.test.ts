import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatIssues } from '../../site/loader/issues/format-issues.ts';
import { loadContent } from '../../site/loader/load-content.node.ts';
import { explainExamples } from '../explain/explain-examples.ts';
import { leadRulesOf } from './lead-rules-of.ts';
import { playExamples } from './play-examples.ts';
import { tryRules } from './try-rules.ts';

describe('the rules of the sample site', () => {
  test('come out as their examples say', async () => {
    const { content, issues } = await loadContent('content', { tryRules });
    expect(issues).toEqual([]);
    expect(playExamples(content!).length).toBeGreaterThanOrEqual(9);
  });

  test('carry what pages are about, and no examples', async () => {
    const { content } = await loadContent('content');
    const { scoring, routing, credit } = leadRulesOf(content!);
    expect(scoring.pages['products/lg-40']).toEqual({
      stage: 'decision',
      industries: ['battery'],
      family: 'gauges',
    });
    expect(JSON.stringify({ scoring, routing })).not.toContain('"examples"');
    expect(routing.territories.find(({ id }) => id === 'germany')?.work).toMatchObject({
      from: 480,
      to: 1020,
    });
    for (const { version } of [scoring, routing, credit]) expect(version).toMatch(/^1-[0-9a-f]{8}$/);
  });
});

test('a site without rules has those that come with Gatehouse', async () => {
  const { content } = await loadContent('test/fixtures/content-small');
  const { scoring, routing } = leadRulesOf(content!);
  expect(scoring.fit.rules.map(({ id }) => id)).toContain('business-mail');
  expect(scoring.pages).toEqual({});
  expect(routing).toMatchObject({ territories: [], keeper: 'ada' });
  expect(scoring.version).toMatch(/^0-/);
});

describe('an example that comes out otherwise', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-rules-'));
    cpSync('content', join(folder, 'content'), { recursive: true });
    const edit = (name: string, from: string, to: string) => {
      const path = join(folder, 'content/rules', name);
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(from);
      writeFileSync(path, text.replace(from, to));
    };
    edit(
      'scoring.yaml',
      'expect: { fit: 50, engagement: 18, grade: warm, mql: false }',
      'expect: { fit: 51, grade: hot }',
    );
    edit('routing.yaml', 'expect: { owner: jonas-lindner }', 'expect: { owner: katrin-vogt }');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('stops the build at its place, with the reasons', async () => {
    const { content, issues } = await loadContent('content', { cwd: folder, publicFolders: [], tryRules });
    expect(content).toBeNull();
    expect(formatIssues(issues)).toMatchInlineSnapshot(`
      "content/rules/routing.yaml:129:22  ExampleFails
        "Engineer in Germany, while Jonas is less busy" comes to owner jonas-lindner, not katrin-vogt.
        Because:
            Who is free. Chen Jiayi, Jonas Lindner, Katrin Vogt, Lin Yue, Rachel Moreno, Xu Zhiyuan.
            Region: Germany and Europe. Jonas Lindner, Katrin Vogt. Left out: Chen Jiayi (is not of this region), Lin Yue (is not of this region), Rachel Moreno (is not of this region), Xu Zhiyuan (is not of this region).
            Industry: printing. Jonas Lindner, Katrin Vogt.
            Knows the products: controllers. Jonas Lindner, Katrin Vogt.
            Language: en. Jonas Lindner, Katrin Vogt.
            Level of experience: nothing is known to go by.
            Least busy. Jonas Lindner. Left out: Katrin Vogt (is busier).
            Whose turn it is. Jonas Lindner.

      content/rules/scoring.yaml:123:20  ExampleFails
        "Process engineer who reads one paper" comes to fit 50, not 51, grade warm, not hot.
        Because:
            +15  Works with the equipment
            +15  Writes from a company’s address
            +10  Where we have people on site
            +10  Battery industry
            +10  Registered for a document on 2026-01-15: +10
            +6  Downloaded a document on 2026-01-15: +6
            +2  Read a page well on 2026-01-15: +2
            = fit 50, engagement 18, warm

      2 problems in 2 files"
    `);
  });

  test('is shown as such by npm run explain', async () => {
    let out = '';
    const code = await explainExamples({
      contentRoot: join(folder, 'content'),
      write: (text) => (out += text),
      warn: () => undefined,
      paint: { bold: String, dim: String },
    });
    expect(code).toBe(1);
    expect(out).toContain('fit 50 ✗ expected 51, grade warm ✗ expected hot');
    expect(out).toContain('owner chen-jiayi ✓');
  });
});
