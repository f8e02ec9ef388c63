import { expect, test } from 'vitest';
import { parseYaml } from './parse-yaml.ts';

const at = ({ line, column }: { line: number; column: number }): string => `${line}:${column}`;

test('finds values, keys, list items and the parents of what is missing', () => {
  const yaml = parseYaml({ file: 'f.yaml', text: 'gate:\n  form: a\nlist:\n  - x\n  - { y: 1 }\nempty:\n' });
  expect(at(yaml.placeOf(['gate', 'form']))).toBe('2:9');
  expect(at(yaml.placeOfKey(['gate', 'form']))).toBe('2:3');
  expect(at(yaml.placeOf(['gate', 'file']))).toBe('2:3');
  expect(at(yaml.placeOf(['list', 1, 'y']))).toBe('5:10');
  expect(at(yaml.placeOf(['list', 7]))).toBe('4:3');
  expect(at(yaml.placeOf(['empty']))).toBe('6:1');
  expect(at(yaml.placeOf(['nowhere', 'deep']))).toBe('1:1');
});

test('counts lines from where the text begins in its file', () => {
  const yaml = parseYaml({ file: 'en.mdx', text: 'title: a\n', firstLine: 2 });
  expect(yaml.placeOf(['title'])).toEqual({ file: 'en.mdx', line: 2, column: 8 });
});

test.each([
  ['a block literal', 'a:\n  b: |\n    one\n\n    two {{x}}\n', '5:9'],
  ['plain text', 'a:\n  b: two {{x}}\n', '2:10'],
  ['quoted text', "a: { b: 'two {{x}}' }\n", '1:14'],
  ['a folded text, whose places are lost', 'a:\n  b: >\n    one\n    two {{x}}\n', '2:6'],
])('finds a character within %s', (_, text, place) => {
  const yaml = parseYaml({ file: 'f.yaml', text });
  const offset = yaml.text(['a', 'b'])?.indexOf('{{x}}') ?? -1;
  expect(offset).toBeGreaterThan(0);
  expect(at(yaml.placeIn(['a', 'b'], offset))).toBe(place);
});

test('keeps Windows line ends out of values and places', () => {
  const yaml = parseYaml({ file: 'f.yaml', text: 'a: 1\r\nb: two\r\n' });
  expect(yaml.data).toEqual({ a: 1, b: 'two' });
  expect(at(yaml.placeOf(['b']))).toBe('2:4');
});

test('reads dates, versions and yes as the text they are', () => {
  const yaml = parseYaml({ file: 'f.yaml', text: 'a: 2026-10-12\nb: yes\nc: 2026-11\n' });
  expect(yaml.data).toEqual({ a: '2026-10-12', b: 'yes', c: '2026-11' });
});

test.each([
  ['an anchor and an alias', 'a: &x [1]\nb: *x\n', ['1:7', '2:4']],
  ['an alias of nothing', 'a: *x\n', ['1:4']],
  ['an alias to itself', 'a: &x [*x]\n', ['1:7', '1:8']],
  ['a tag', 'a: !!set { x }\n', ['1:10']],
  ['an unknown tag', 'a: !run x\n', ['1:4']],
  ['a second document', 'a: 1\n---\nb: 2\n', ['2:1']],
])('refuses %s', (_, text, places) => {
  const yaml = parseYaml({ file: 'f.yaml', text });
  expect(yaml.data).toBeUndefined();
  expect(yaml.issues.map(at)).toEqual(places);
  expect(new Set(yaml.issues.map(({ code }) => code))).toEqual(new Set(['UnsupportedYaml']));
});

test('names no place beyond the end of a line that it corrected in memory', () => {
  const yaml = parseYaml({ file: 'f.yaml', text: 'constructor---\n:\n  - name: x\n' });
  expect(yaml.issues.map(({ code }) => code)).toContain('YamlSyntax');
  expect(at(yaml.placeOfKey(['']))).toBe('1:15');
});
