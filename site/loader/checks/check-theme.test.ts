import { expect, test } from 'vitest';
import { ThemeSchema } from '../../schemas/theme-schema.ts';
import { formatIssues } from '../issues/format-issues.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { validate } from '../yaml/validate.ts';
import { checkTheme } from './check-theme.ts';
import * as z from 'zod';

test('a theme of one colour, and one of none, has nothing to tell', () => {
  expect(problemsOf('theme: {}')).toBe('0 problems in 0 files');
  expect(problemsOf("theme: { colors: { accent: '#ffd400' } }")).toBe('0 problems in 0 files');
});

test('words that can’t be read are told at their place, with a colour that can', () => {
  const yaml = `theme:
  colors: { accent: '#ffd400', accentInk: '#ffffff' }
  light:
    link: '#7fb0dd'
  dark:
    paper: '#f2f2f2'
`;
  expect(problemsOf(yaml)).toMatchInlineSnapshot(`
    "site.yaml:2:43  LowContrast
      Words in theme.colors.accentInk #ffffff are hard to read on theme.colors.accent #ffd400: their contrast is 1.43 : 1, and WCAG AA asks for 4.5 : 1.
      The nearest colour that can be read:   accentInk: '#5e5e5e'

    site.yaml:4:11  LowContrast
      Words in theme.light.link #7fb0dd are hard to read on theme.light.paper #f4f6f8: their contrast is 2.11 : 1, and WCAG AA asks for 4.5 : 1.
      The nearest colour that can be read:   link: '#547492'

    site.yaml:6:12  LowContrast
      Words in theme.dark.ink #e8eef3 are hard to read on theme.dark.paper #f2f2f2: their contrast is 1.04 : 1, and WCAG AA asks for 4.5 : 1.
      The nearest colour that can be read:   ink: '#6b6d70'

    3 problems in 1 file"
  `);
});

test('what is no colour is told with the colour that was meant', () => {
  expect(problemsOf('theme: { colors: { accent: ff5a1f, band: navy } }')).toMatchInlineSnapshot(`
    "site.yaml:1:28  InvalidValue
      theme.colors.accent is "ff5a1f". Write it as # and six digits of 0–9 and a–f, in quotes.
      Did you mean this?   theme: { colors: { accent: '#ff5a1f' } }

    site.yaml:1:42  InvalidValue
      theme.colors.band is "navy". Write it as # and six digits of 0–9 and a–f, in quotes.

    2 problems in 1 file"
  `);
});

function problemsOf(text: string): string {
  const yaml = parseYaml({ file: 'site.yaml', text });
  const { value, issues } = validate(yaml, z.strictObject({ theme: ThemeSchema }));
  return formatIssues(value ? checkTheme(value.theme, yaml) : issues);
}
