import type { Theme } from '../schemas/theme-schema.ts';
import { resolveColors } from './resolve-theme.ts';

/** By theme: to find readable colours takes longer than to draw the rest of a page's head. */
const resolved = new WeakMap<Theme, string>();

/** What a browser paints around the site: the colour of the page head, which is the same by day and by night. */
export function themeColor({ theme }: { theme: Theme }): string {
  const color = resolved.get(theme) ?? resolveColors(theme).band;
  resolved.set(theme, color);
  return color;
}
