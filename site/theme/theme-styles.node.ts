import { readFileSync } from 'node:fs';
import type { AstroUserConfig } from 'astro';
import { parse } from 'yaml';
import { ThemeSchema } from '../schemas/theme-schema.ts';
import { themeCss } from './theme-css.ts';

type ViteConfig = NonNullable<AstroUserConfig['vite']>;
type VitePlugin = Extract<NonNullable<ViteConfig['plugins']>[number], { name: string }>;

const ID = 'gatehouse:theme.css';
const RESOLVED = '/gatehouse-theme.css';

/** A Vite plugin: the theme of a `site.yaml` as the style sheet `gatehouse:theme.css`. */
export function themeStyles(siteFile: string): VitePlugin {
  return {
    name: 'gatehouse:theme',
    resolveId: { filter: { id: RegExp(`^${ID}$`) }, handler: () => RESOLVED },
    load: {
      filter: { id: RegExp(`^${RESOLVED}$`) },
      handler() {
        this.addWatchFile(siteFile);
        return themeCss(readTheme(siteFile));
      },
    },
  };
}

/** What is wrong in a theme is told by the check of the content; pages keep the look of the house meanwhile. */
function readTheme(siteFile: string) {
  try {
    const site = parse(readFileSync(siteFile, 'utf8')) as { theme?: unknown } | null;
    return ThemeSchema.safeParse(site?.theme ?? {}).data ?? ThemeSchema.parse({});
  } catch {
    return ThemeSchema.parse({});
  }
}
