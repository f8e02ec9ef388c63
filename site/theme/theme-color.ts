import type { Theme } from '../schemas/theme-schema.ts';
import { resolveColors } from './resolve-theme.ts';

/** What a browser paints around the site: the colour of the page head, which is the same by day and by night. */
export function themeColor({ theme }: { theme: Theme }): string {
  return resolveColors(theme).band;
}
