import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, test } from 'vitest';

function run(content: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check-content.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, GATEHOUSE_CONTENT: content, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  return { status, stdout, stderr };
}

test('says in one line that all is well', () => {
  expect(run('test/fixtures/content-small')).toEqual({
    status: 0,
    stdout: 'ok  test/fixtures/content-small: 2 entries, 1 form, 1 person, 15 files\n',
    stderr: '',
  });
});

test('prints every problem and fails', () => {
  const { status, stdout } = run('test/fixtures/content-broken');
  expect(status).toBe(1);
  expect(stdout).toContain('site.yaml:30:10  UnknownPerson\n');
  expect(stdout).toMatch(/\n\n\d+ problems in \d+ files\n$/);
});

test('prints the problems as JSON for editors', () => {
  const { status, stdout } = run('test/fixtures/content-broken', '--json');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toContainEqual({
    severity: 'error',
    file: 'test/fixtures/content-broken/site.yaml',
    line: 30,
    column: 10,
    code: 'UnknownPerson',
    message: 'leads.owner is "aad". There is no test/fixtures/content-broken/people/aad.yaml.',
    hint: 'Did you mean "ada"?',
    fix: 'leads: { owner: ada }',
  });
  expect(run('test/fixtures/content-small', '--json').stdout).toBe('[]\n');
});

test('explains itself when called wrongly', () => {
  const { status, stdout, stderr } = run('test/fixtures/content-small', '--josn');
  expect(status).toBe(2);
  expect(stderr).toContain("Unknown option '--josn'");
  expect(stdout).toContain('npm run check:content');
});
