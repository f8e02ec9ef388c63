/** What `theme` of `site.yaml` can choose from. */
export const FACES = ['sans', 'humanist', 'serif'] as const;
export const DENSITIES = ['compact', 'normal', 'roomy'] as const;
export const CORNERS = ['sharp', 'soft', 'round'] as const;

export type Face = (typeof FACES)[number];

/** Chinese faces come first on Chinese pages, so that “” and … are as wide as Chinese wants them. */
export const FONT_STACKS: Readonly<Record<Face, { readonly zh: string; readonly en: string }>> = {
  sans: {
    zh: "'PingFang SC', 'HarmonyOS Sans SC', MiSans, 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif",
    en: "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  },
  humanist: {
    zh: "'Hiragino Sans GB', 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
    en: "Seravek, 'Gill Sans Nova', Optima, Candara, Calibri, Ubuntu, 'Open Sans', 'PingFang SC', 'Microsoft YaHei', sans-serif",
  },
  serif: {
    zh: "'Songti SC', 'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', SimSun, serif",
    en: "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', 'Noto Serif', Georgia, 'Songti SC', SimSun, serif",
  },
};

export const SPACE_FACTORS: Readonly<Record<(typeof DENSITIES)[number], number>> = {
  compact: 0.8,
  normal: 1,
  roomy: 1.2,
};

/** Of controls and of the larger things, in CSS. */
export const RADII: Readonly<
  Record<(typeof CORNERS)[number], { readonly small: string; readonly large: string }>
> = {
  sharp: { small: '2px', large: '0' },
  soft: { small: '6px', large: '8px' },
  round: { small: '1.75rem', large: '16px' },
};
