import type { Theme } from '../schemas/theme-schema.ts';
import { FONT_STACKS, RADII, SPACE_FACTORS } from './choices.ts';
import { rgbOf } from './color.ts';
import { type Scheme, resolveColors } from './resolve-theme.ts';

/** The style sheet of a theme: custom properties alone, which every other style sheet takes its looks from. */
export function themeCss(theme: Theme): string {
  const colors = resolveColors(theme);
  const { accent, band } = colors;
  const [text, headings] = [
    FONT_STACKS[theme.type.body],
    FONT_STACKS[theme.type.headings ?? theme.type.body],
  ];
  const radii = RADII[theme.corners];
  const root = {
    'color-scheme': 'light dark',
    '--signal': accent,
    '--signal-hover': colors.accentHover,
    '--signal-ink': colors.accentInk,
    '--signal-wash': `rgb(${rgbOf(accent).join(' ')} / 0.15)`,
    '--signal-rgb': rgbOf(accent).join(' '),
    '--night-rgb': rgbOf(band).join(' '),
    '--selection': colors.selection,
    '--night': band,
    '--night-line': colors.bandLine,
    '--night-tick': colors.bandTick,
    '--night-ink': colors.bandInk,
    '--night-soft': colors.bandSoft,
    '--night-signal': colors.bandAccent,
    '--shadow': `rgb(${rgbOf(band).join(' ')} / 0.45)`,
    '--sans': text.en,
    '--sans-zh': text.zh,
    '--display': headings.en,
    '--display-zh': headings.zh,
    '--radius': radii.small,
    '--radius-large': radii.large,
    '--density': String(SPACE_FACTORS[theme.space]),
    ...schemeProperties(colors.light),
  };
  return `${rule(root)}\n@media (prefers-color-scheme: dark) {\n${rule(schemeProperties(colors.dark))}\n}\n`;
}

function schemeProperties(scheme: Scheme): Record<string, string> {
  return {
    '--paper': scheme.paper,
    '--sheet': scheme.sheet,
    '--sunken': scheme.sunken,
    '--ink': scheme.ink,
    '--ink-soft': scheme.inkSoft,
    '--ink-faint': scheme.inkFaint,
    '--line': scheme.line,
    '--line-strong': scheme.lineStrong,
    '--link': scheme.link,
    '--signal-text': scheme.accentText,
    '--error': scheme.error,
    '--error-wash': scheme.errorWash,
    '--focus': scheme.focus,
  };
}

function rule(properties: Readonly<Record<string, string>>): string {
  const lines = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};`);
  return `:root {\n${lines.join('\n')}\n}`;
}
