import { expect, test } from 'vitest';
import { formatIssues } from '../issues/format-issues.ts';
import { parseYaml } from './parse-yaml.ts';

function report(text: string): string {
  return formatIssues(parseYaml({ file: 'f.yaml', text }).issues);
}

test.each([
  ['a full-width colon', 'a: 1\ntitle：测试\nb: 2\n', { a: 1, title: '测试', b: 2 }],
  ['a missing space', 'a:1\nb: 2\n', { a: 1, b: 2 }],
  ['a missing colon', 'a: 1\nb\n  c: 2\n', undefined],
  ['a colon within text', 'title: Gauging: the basics\nb: 2\n', { title: 'Gauging: the basics', b: 2 }],
  [
    'a placeholder at the start',
    'a: { zh: {{name}}，您好, en: x }\n',
    { a: { zh: '{{name}}，您好', en: 'x' } },
  ],
  ['a placeholder line', 'en: {{name}}, hello\n', { en: '{{name}}, hello' }],
  ['a tab', 'a:\n  b: 1\n\tc: 2\n', { a: { b: 1, c: 2 } }],
  ['a reserved sign', 'a: @me\nb: 50% off\nc: %x\n', { a: '@me', b: '50% off', c: '%x' }],
  ['an apostrophe in single quotes', "a: 'it's here'\n", { a: "it's here" }],
  ['an open quote', 'a: "x\nb: 1\n', { a: 'x', b: 1 }],
])('corrects %s and reads on', (_, text, data) => {
  const yaml = parseYaml({ file: 'f.yaml', text });
  expect(yaml.issues.length).toBeGreaterThan(0);
  expect(new Set(yaml.issues.map(({ code }) => code))).toEqual(new Set(['YamlSyntax']));
  if (data) expect(yaml.data).toEqual(data);
});

test('tells all mistakes of a file at once, each with the corrected line', () => {
  const text = 'title：测试\nsub: a: b\ngreeting: {{name}}\nminSeconds:2\nname: x\nname: y\n';
  expect(report(text)).toMatchInlineSnapshot(`
    "f.yaml:1:1  YamlSyntax
      A key ends with the half-width colon ":" and a space, not with the full-width "：".
      Write:   title: 测试

    f.yaml:2:6  YamlSyntax
      Text that holds a colon and a space, or begins with a sign YAML uses itself, must stand in quotes.
      Write:   sub: 'a: b'

    f.yaml:3:12  YamlSyntax
      Text that begins with {{ must stand in quotes: YAML reads a brace as the start of a block.
      Write:   greeting: '{{name}}'

    f.yaml:4:1  YamlSyntax
      A space is missing after the colon.
      Write:   minSeconds: 2

    f.yaml:6:1  DuplicateKey
      "name" stands twice in this block; only one of them can count.
      Delete one of the two lines.

    5 problems in 1 file"
  `);
});

test('says what the parser says where the mistake is not a known one', () => {
  expect(report('a: [1, 2\nb: 1\n')).toMatchInlineSnapshot(`
    "f.yaml:2:1  YamlSyntax
      The YAML can’t be read here: Flow sequence in block collection must be sufficiently indented and end with a ].
      A line is "key: value"; what belongs to a key is indented by two spaces; unusual text stands in quotes.

    1 problem in 1 file"
  `);
});
