import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ThemeSchema } from '../schemas/theme-schema.ts';
import { contrast, mix, readable } from './color.ts';
import { type Colors, resolveColors, type Scheme, TEXT_CONTRAST } from './resolve-theme.ts';
import { themeCss } from './theme-css.ts';

const NOTHING = { colors: {}, light: {}, dark: {} };
const anyColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const darkColor = anyColor.map((color) => mix(color, '#000000', 0.75));

test('contrast is what WCAG says it is', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
});

test('a readable colour is the one given, where that can be read', () => {
  expect(readable('#17507f', { on: ['#ffffff'], least: 4.5 })).toBe('#17507f');
  expect(readable('#cccccc', { on: ['#ffffff'], least: 4.5 })).toBe('#767676');
});

describe('a theme', () => {
  test('that says nothing is the look of the house, and can be read', () => {
    const colors = resolveColors(NOTHING);
    expect(colors).toMatchObject({ accent: '#ff5a1f', band: '#0c1826', accentInk: '#0c1826' });
    expect(colors.light).toMatchObject({ paper: '#f4f6f8', link: '#17507f', focus: '#17507f' });
    expect(colors.dark).toMatchObject({ paper: '#09131e', accentText: '#ff8d62' });
    expect(unreadable(colors)).toEqual([]);
  });

  test('of one brand colour, whichever, can be read by day and by night', () => {
    fc.assert(
      fc.property(anyColor, (accent) => {
        expect(unreadable(resolveColors({ ...NOTHING, colors: { accent } }))).toEqual([]);
      }),
    );
  });

  test('of an accent and a dark band, whichever, can be read by day and by night', () => {
    fc.assert(
      fc.property(anyColor, darkColor, (accent, band) => {
        expect(unreadable(resolveColors({ ...NOTHING, colors: { accent, band } }))).toEqual([]);
      }),
    );
  });

  test('becomes custom properties and nothing that a style sheet could break on', () => {
    const theme = ThemeSchema.parse({
      colors: { accent: '#0a7d5a' },
      type: { headings: 'serif' },
      space: 'roomy',
      corners: 'round',
    });
    const css = themeCss(theme);
    expect(css).toContain('--signal: #0a7d5a;');
    expect(css).toContain('--signal-ink: #ffffff;');
    expect(css).toContain("--display-zh: 'Songti SC'");
    expect(css).toContain("--sans-zh: 'PingFang SC'");
    expect(css).toContain('--density: 1.2;');
    expect(css.match(/[{}]/g)?.join('')).toBe('{}{{}}');
  });
});

/** Pairs of words and ground that fail WCAG AA. */
function unreadable(colors: Colors): string[] {
  const pairs = [
    ['accentInk', colors.accentInk, colors.accent],
    ['accentInk hovered', colors.accentInk, colors.accentHover],
    ['bandInk', colors.bandInk, colors.band],
    ['bandSoft', colors.bandSoft, colors.band],
    ['bandAccent', colors.bandAccent, colors.band],
    ...(['light', 'dark'] as const).flatMap((name) => pairsOf(name, colors[name])),
  ] as const;
  return pairs
    .filter(([, words, ground]) => contrast(words, ground) < TEXT_CONTRAST)
    .map(([name, words, ground]) => `${name} ${words} on ${ground}`);
}

function pairsOf(name: string, scheme: Scheme): [string, string, string][] {
  const words = ['ink', 'inkSoft', 'inkFaint', 'link', 'accentText', 'error'] as const;
  return words.flatMap((key) =>
    [scheme.paper, scheme.sheet, scheme.sunken].map((ground): [string, string, string] => [
      `${name} ${key}`,
      scheme[key],
      ground,
    ]),
  );
}
