import { expect, test } from 'vitest';
import { runContent } from './run-content.ts';

async function run(args: string[], root = 'test/fixtures/content-small') {
  let [out, err] = ['', ''];
  const code = await runContent(args, {
    env: { GATEHOUSE_CONTENT: root },
    cwd: process.cwd(),
    write: (text) => void (out += text),
    warn: (text) => void (err += text),
    paint: { bold: (text) => `*${text}*`, dim: (text) => text, bad: (text) => `!${text.trimEnd()}!` },
  });
  return { code, out, err };
}

test('the matrix has a line for each role and a column for each stage, in either language', async () => {
  const zh = await run(['matrix']);
  expect(zh.code).toBe(0);
  expect(zh.out).toMatchInlineSnapshot(`
    "*动力电池*  空格: 3
    岗位  了解方法  比较方案  选型决策
    工程  白皮书 1  !空!  产品 1
    质量  白皮书 1  !空!  !空!
    "
  `);
  expect((await run(['matrix', '--lang', 'en'])).out).toMatchInlineSnapshot(`
    "*Battery*  empty cells: 3
    Role         Learning how    Comparing  Deciding
    Engineering  White papers 1  !empty!  Products 1
    Quality      White papers 1  !empty!  !empty!
    "
  `);
});

test('for scripts the matrix names the entries of each cell', async () => {
  const { out } = await run(['matrix', '--json']);
  const { industries } = JSON.parse(out) as { industries: { industry: string; empty: number; rows: object[] }[] };
  expect(industries).toHaveLength(1);
  expect(industries[0]).toMatchObject({ industry: 'battery', empty: 3 });
  expect(industries[0]?.rows[0]).toMatchObject({
    role: 'engineering',
    cells: [{ stage: 'awareness', counts: { whitepapers: 1 }, open: ['whitepapers/first-paper'], waiting: [] }, {}, {}],
  });
});

test('content with mistakes has no matrix, but its mistakes are told', async () => {
  const { code, out, err } = await run(['matrix'], 'test/fixtures/content-broken');
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toMatch(/^test\/fixtures\/content-broken\/.+:\d+:\d+ {2}\w+$/m);
});

test.each([[[]], [['grid']], [['matrix', 'battery']], [['matrix', '--lang', 'de']], [['matrix', '--wide']]])(
  'tells how it is called after %j',
  async (args) => {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toContain('npm run content -- matrix');
  },
);

test('helps when asked', async () => {
  const { code, out } = await run(['--help']);
  expect(code).toBe(0);
  expect(out).toContain('npm run content -- matrix --json');
});
