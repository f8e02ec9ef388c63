/** Colours are `#rrggbb`; red, green and blue go from 0 to 255. */
export type Rgb = readonly [number, number, number];

export function rgbOf(color: string): Rgb {
  const digits = color.slice(1);
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const part = (index: number) => Number.parseInt(full.slice(index * 2, index * 2 + 2), 16);
  return [part(0), part(1), part(2)];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of `other` in `color`, from 0 to 1. */
export function mix(color: string, other: string, share: number): string {
  const [from, to] = [rgbOf(color), rgbOf(other)];
  const part = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return hexOf([part(0), part(1), part(2)]);
}

/** Contrast from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export function isDark(color: string): boolean {
  return contrast(color, '#ffffff') > contrast(color, '#000000');
}

/** The colour nearest to `color` in its hue that has `least` contrast to all of `grounds`. */
export function readable(color: string, { on, least }: { on: readonly string[]; least: number }): string {
  const passes = (tried: string) => on.every((ground) => contrast(tried, ground) >= least);
  const way = on.every(isDark) ? ['#ffffff', '#000000'] : ['#000000', '#ffffff'];
  const steps = Array.from({ length: 101 }, (_, step) => step / 100);
  for (const end of way) {
    const found = steps.map((share) => mix(color, end, share)).find(passes);
    if (found) return found;
  }
  return isDark(on[0] ?? '#ffffff') ? '#ffffff' : '#000000';
}

/** Relative luminance, WCAG 2.2. */
function luminance(color: string): number {
  const [red, green, blue] = rgbOf(color).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
