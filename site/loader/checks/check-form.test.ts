import { expect, test } from 'vitest';
import { FormSchema } from '../../schemas/form-schema.ts';
import { formatIssues } from '../issues/format-issues.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { validate } from '../yaml/validate.ts';
import { checkForm } from './check-form.ts';

function issuesOf(fields: string, more = ''): string {
  const text = `fields:
  - { name: email, type: email, label: { zh: 邮箱, en: E-mail }, required: true }
${fields}
consents:
  - { id: privacy, required: true, version: 1, text: { zh: 我同意。, en: I agree. } }
submit: { zh: 获取, en: Get it }
${more}`;
  const yaml = parseYaml({ file: 'forms/whitepaper.yaml', text });
  const source = { id: 'whitepaper', path: yaml.file, yaml, ...validate(yaml, FormSchema) };
  return formatIssues(checkForm(source));
}

const field = (rest: string): string =>
  `  - { name: role, type: text, label: { zh: 角色, en: Role }, ${rest} }`;

test.each(['ask: first', 'ask: later', 'ask: always, required: true', 'required: true'])(
  'a question may be asked so: %s',
  (rest) => {
    expect(issuesOf(field(rest))).toBe(issuesOf(field('ask: first')));
  },
);

test('what nobody would be asked is told', () => {
  expect(issuesOf(field('ask: later, required: true'))).toMatchInlineSnapshot(`
    "forms/whitepaper.yaml:3:65  NeverAsked
      "role" is required, but kept for visitors who come again: who comes first could not send the form.
      Write:   ask: first

    1 problem in 1 file"
  `);
  expect(issuesOf(field('ask: later'), 'askAtOnce: 0')).toMatchInlineSnapshot(`
    "forms/whitepaper.yaml:3:65  NeverAsked
      "role" is kept for later, but askAtOnce is 0: it would never be asked.
      Write:   askAtOnce: 1

    1 problem in 1 file"
  `);
  expect(issuesOf(field('required: true'), 'askAtOnce: 2')).toMatchInlineSnapshot(`
    "forms/whitepaper.yaml:7:12  NeverAsked
      askAtOnce has no effect: every question is required, or asked each time.

    1 problem in 1 file"
  `);
  expect(issuesOf('  - { name: source, type: hidden, label: { zh: 来源, en: From }, value: x, ask: later }'))
    .toMatchInlineSnapshot(`
    "forms/whitepaper.yaml:3:79  NeverAsked
      "source" is a constant that nobody is asked for, at no time.

    1 problem in 1 file"
  `);
});
