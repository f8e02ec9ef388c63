import { expect, test } from 'vitest';
import { formatIssues } from './format-issues.ts';
import type { Issue } from './issue.ts';
import { sortIssues } from './sort-issues.ts';

const place = { file: 'content/whitepapers/inline-gauging/zh.mdx', line: 6, column: 13 };
const unknownForm: Issue = {
  ...place,
  code: 'UnknownForm',
  message: 'gate.form is "whitepapr". There is no content/forms/whitepapr.yaml.',
  hint: 'Did you mean "whitepaper"?',
  fix: 'gate: { form: whitepaper }',
};

test('prints place, cause and correction, a line each', () => {
  expect(formatIssues([unknownForm])).toMatchInlineSnapshot(`
    "content/whitepapers/inline-gauging/zh.mdx:6:13  UnknownForm
      gate.form is "whitepapr". There is no content/forms/whitepapr.yaml.
      Did you mean "whitepaper"?   gate: { form: whitepaper }

    1 problem in 1 file"
  `);
});

test('sets a correction of several lines below its hint', () => {
  const issue: Issue = {
    ...place,
    code: 'InvalidBlock',
    message: 'It is empty.',
    hint: 'Write:',
    fix: '<A>\n\nb\n\n</A>',
  };
  expect(formatIssues([issue])).toMatchInlineSnapshot(`
    "content/whitepapers/inline-gauging/zh.mdx:6:13  InvalidBlock
      It is empty.
      Write:
        <A>

        b

        </A>

    1 problem in 1 file"
  `);
});

test('aligns a correction of several lines without a hint', () => {
  const issue: Issue = { ...place, code: 'MissingKey', message: 'x is missing.', fix: '---\ntitle: …\n---' };
  expect(formatIssues([issue])).toMatchInlineSnapshot(`
    "content/whitepapers/inline-gauging/zh.mdx:6:13  MissingKey
      x is missing.
      Write:   ---
               title: …
               ---

    1 problem in 1 file"
  `);
});

test('paints only what it is told to', () => {
  const paint = {
    place: (text: string) => `<${text}>`,
    code: (text: string) => `[${text}]`,
    fix: (text: string) => `+${text}`,
  };
  expect(formatIssues([unknownForm], paint).split('\n')).toEqual([
    '<content/whitepapers/inline-gauging/zh.mdx:6:13>  [UnknownForm]',
    '  gate.form is "whitepapr". There is no content/forms/whitepapr.yaml.',
    '  Did you mean "whitepaper"?   +gate: { form: whitepaper }',
    '',
    '1 problem in 1 file',
  ]);
});

test('sorts by file, line and column and tells each problem once', () => {
  const at = (file: string, line: number, column: number): Issue => ({ ...unknownForm, file, line, column });
  const sorted = sortIssues([at('b', 1, 1), at('a', 10, 1), at('a', 9, 5), at('a', 9, 2), at('a', 9, 2)]);
  expect(sorted.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
    'a:9:2',
    'a:9:5',
    'a:10:1',
    'b:1:1',
  ]);
});
