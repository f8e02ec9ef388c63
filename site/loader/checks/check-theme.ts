import type { Theme } from '../../schemas/theme-schema.ts';
import { contrast, readable } from '../../theme/color.ts';
import { type Colors, resolveColors, TEXT_CONTRAST } from '../../theme/resolve-theme.ts';
import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import type { YamlSource } from '../yaml/parse-yaml.ts';
import { yamlLine } from '../yaml/yaml-text.ts';

/** Words of a theme that can't be read on their ground (WCAG 2.2 AA), each with a colour that can. */
export function checkTheme(theme: Theme, yaml: YamlSource): Issue[] {
  const colors = resolveColors(theme);
  const told = new Set<string>();
  return PAIRS.flatMap(({ words, ground }) => {
    const [color, on] = [colorAt(colors, words), colorAt(colors, ground)];
    const ratio = contrast(color, on);
    const name = words.join('.');
    if (ratio >= TEXT_CONTRAST || told.has(name)) return [];
    told.add(name);
    const grounds = PAIRS.filter((pair) => pair.words === words).map((pair) => colorAt(colors, pair.ground));
    const path = ['theme', ...words];
    const given = yaml.get(path) === undefined ? ['theme', ...ground] : path;
    return [
      issueAt(yaml.placeOf(given), {
        code: 'LowContrast',
        message:
          `Words in theme.${name} ${color} are hard to read on theme.${ground.join('.')} ${on}: ` +
          `their contrast is ${rounded(ratio)} : 1, and WCAG AA asks for ${TEXT_CONTRAST} : 1.`,
        hint: 'The nearest colour that can be read:',
        fix: yamlLine(words.slice(-1), readable(color, { on: grounds, least: TEXT_CONTRAST })),
      }),
    ];
  });
}

type Scheme = 'light' | 'dark';
type Pair = { readonly words: readonly string[]; readonly ground: readonly string[] };

const PAIRS: readonly Pair[] = [
  { words: ['colors', 'accentInk'], ground: ['colors', 'accent'] },
  { words: ['colors', 'bandInk'], ground: ['colors', 'band'] },
  ...(['light', 'dark'] as const).flatMap(pairsOf),
];

function pairsOf(scheme: Scheme): Pair[] {
  return ['ink', 'link', 'accentText'].flatMap((key) => {
    const words = [scheme, key];
    return ['paper', 'sheet'].map((ground) => ({ words, ground: [scheme, ground] }));
  });
}

function colorAt(colors: Colors, path: readonly string[]): string {
  const [group, key = ''] = path;
  const holder = group === 'light' || group === 'dark' ? colors[group] : colors;
  return holder[key as keyof typeof holder];
}

/** Never up to what would pass. */
function rounded(ratio: number): number {
  return Math.floor(ratio * 100) / 100;
}
