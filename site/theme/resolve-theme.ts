import type { Theme } from '../schemas/theme-schema.ts';
import { isDark, mix, readable } from './color.ts';

/** Every colour of one scheme. */
export interface Scheme {
  readonly paper: string;
  readonly sheet: string;
  readonly sunken: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly link: string;
  readonly accentText: string;
  readonly error: string;
  readonly errorWash: string;
  readonly focus: string;
}

/** Every colour of the site. */
export interface Colors {
  readonly accent: string;
  readonly accentHover: string;
  readonly accentInk: string;
  readonly selection: string;
  readonly band: string;
  readonly bandLine: string;
  readonly bandTick: string;
  readonly bandInk: string;
  readonly bandSoft: string;
  /** Small words in the accent's hue on the bands. */
  readonly bandAccent: string;
  readonly light: Scheme;
  readonly dark: Scheme;
}

/** Contrast of text, WCAG 2.2 AA. */
export const TEXT_CONTRAST = 4.5;

/** The house's own look. */
const HOUSE: Colors = {
  accent: '#ff5a1f',
  accentHover: '#ff7440',
  accentInk: '#0c1826',
  selection: '#ffb391',
  band: '#0c1826',
  bandLine: '#24374c',
  bandTick: '#5b6f84',
  bandInk: '#f1f5f8',
  bandSoft: '#aebccb',
  bandAccent: '#ff5a1f',
  light: {
    paper: '#f4f6f8',
    sheet: '#ffffff',
    sunken: '#e9edf1',
    ink: '#0f1b29',
    inkSoft: '#3f4d5b',
    inkFaint: '#5a6876',
    line: '#d3dae1',
    lineStrong: '#8c9aa7',
    link: '#17507f',
    accentText: '#b43a0a',
    error: '#b3261e',
    errorWash: '#fdeeec',
    focus: '#17507f',
  },
  dark: {
    paper: '#09131e',
    sheet: '#101d2b',
    sunken: '#0d1925',
    ink: '#e8eef3',
    inkSoft: '#b3c0cc',
    inkFaint: '#8b9aa8',
    line: '#223344',
    lineStrong: '#506477',
    link: '#8fc1ec',
    accentText: '#ff8d62',
    error: '#ff9b91',
    errorWash: '#2a1718',
    focus: '#ffb391',
  },
};

/** Fills in what a theme leaves out: from what it says where that decides it, else from the house's look. */
export function resolveColors({ colors, light, dark }: Pick<Theme, 'colors' | 'light' | 'dark'>): Colors {
  const accent = colors.accent ?? HOUSE.accent;
  const band = colors.band ?? HOUSE.band;
  const isOwnAccent = colors.accent !== undefined;
  const shared = { accent, isOwnAccent };
  return {
    accent,
    ...(isOwnAccent || colors.accentInk
      ? accentColors(accent, { band, ink: colors.accentInk })
      : HOUSE_ACCENT),
    band,
    bandAccent: readable(accent, { on: [band], least: TEXT_CONTRAST }),
    ...(colors.band || colors.bandInk ? bandColors(band, colors.bandInk) : HOUSE_BAND),
    light: scheme(light, { house: HOUSE.light, ...shared }),
    dark: scheme(withDarkPaper(dark, colors.band), { house: HOUSE.dark, ...shared }),
  };
}

const { accentHover, accentInk, selection, bandLine, bandTick, bandInk, bandSoft } = HOUSE;
const HOUSE_ACCENT = { accentHover, accentInk, selection };
const HOUSE_BAND = { bandLine, bandTick, bandInk, bandSoft };

function accentColors(accent: string, { band, ink }: { band: string; ink: string | undefined }) {
  const words = ink ?? (isDark(accent) ? '#ffffff' : isDark(band) ? band : '#000000');
  const safe = ink ?? readable(words, { on: [accent], least: TEXT_CONTRAST });
  return {
    accentInk: safe,
    // Away from the words, so that they read as well as before.
    accentHover: mix(accent, isDark(safe) ? '#ffffff' : '#000000', 0.14),
    selection: isDark(safe) ? mix(accent, '#ffffff', 0.5) : accent,
  };
}

function bandColors(band: string, ink: string | undefined) {
  const words = ink ?? (isDark(band) ? mix('#ffffff', band, 0.05) : HOUSE.light.ink);
  const soft = mix(words, band, 0.28);
  return {
    bandInk: words,
    bandSoft: readable(soft, { on: [band], least: TEXT_CONTRAST }),
    bandLine: mix(band, words, 0.14),
    bandTick: mix(band, words, 0.36),
  };
}

type GivenScheme = Theme['light'];

/** By night the page is a darker kin of the bands. */
function withDarkPaper(dark: GivenScheme, band: string | undefined): GivenScheme {
  if (band === undefined || dark.paper !== undefined || !isDark(band)) return dark;
  return { ...dark, paper: mix(band, '#000000', 0.3) };
}

function scheme(
  given: GivenScheme,
  { house, accent, isOwnAccent }: { house: Scheme; accent: string; isOwnAccent: boolean },
): Scheme {
  const paper = given.paper ?? house.paper;
  const ink = given.ink ?? house.ink;
  const sheet =
    given.sheet ?? (given.paper ? mix(paper, '#ffffff', isDark(paper) ? 0.05 : 0.7) : house.sheet);
  const hasOwnGrounds = Boolean(given.paper ?? given.sheet ?? given.ink);
  const sunken = hasOwnGrounds ? mix(paper, ink, 0.05) : house.sunken;
  const on = [paper, sheet, sunken];
  const accentText = isOwnAccent ? accent : house.accentText;
  const link = given.link ?? (isOwnAccent ? accentText : house.link);
  const fit = (color: string) => readable(color, { on, least: TEXT_CONTRAST });
  const neutrals = hasOwnGrounds
    ? {
        inkSoft: fit(mix(ink, paper, 0.22)),
        inkFaint: fit(mix(ink, paper, 0.36)),
        line: mix(paper, ink, 0.15),
        lineStrong: mix(paper, ink, 0.46),
      }
    : {};
  return {
    ...house,
    ...neutrals,
    paper,
    sheet,
    sunken,
    ink,
    link: given.link ?? fit(link),
    accentText: given.accentText ?? fit(accentText),
    error: fit(house.error),
    errorWash: hasOwnGrounds ? mix(sheet, house.error, 0.08) : house.errorWash,
    focus: isOwnAccent || given.link ? fit(link) : house.focus,
  };
}
