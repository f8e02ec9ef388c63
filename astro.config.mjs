import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { contentDrawings } from './site/loader/content-drawings.node.ts';
import { themeStyles } from './site/theme/theme-styles.node.ts';

const contentRoot = process.env.GATEHOUSE_CONTENT ?? 'content';
const siteFile = resolve(contentRoot, 'site.yaml');
const { domain } = parse(readFileSync(siteFile, 'utf8'));

export default defineConfig({
  site: domain,
  srcDir: 'site',
  publicDir: 'site/public',
  outDir: 'dist/site',
  trailingSlash: 'always',
  // While one page is written, others are drawn.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 16 },
  devToolbar: { enabled: false },
  // A page with a `cacheKey` is drawn again only when the key or the code changes.
  experimental: { incrementalBuild: true },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
    },
  },
  // No highlighter: its inline styles break the policy.
  markdown: { syntaxHighlight: false },
  vite: {
    plugins: [contentDrawings(), themeStyles(siteFile)],
    build: {
      // Files of their own are cached and keep the policy free of inline code.
      assetsInlineLimit: 0,
      // WeChat's and older Android's web views.
      target: 'es2021',
      cssTarget: ['chrome87', 'safari14.1'],
    },
  },
});
