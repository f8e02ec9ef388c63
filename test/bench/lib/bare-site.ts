import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILES = {
  'package.json': JSON.stringify({ name: 'bare', type: 'module' }),
  'astro.config.mjs': `import mdx from '@astrojs/mdx';
export default { site: 'https://bare.example', integrations: [mdx()], devToolbar: { enabled: false } };
`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { whitepapers: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: './whitepapers' }) }) };
`,
  'src/pages/[...slug].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  const entries = await getCollection('whitepapers');
  return entries.map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>{entry.data.title}</title></head>
  <body><main><h1>{entry.data.title}</h1><Content /></main></body>
</html>
`,
} as const;

/**
 * Writes the plainest Astro project that renders the MDX of `contentRoot`: one collection, one page, no gate,
 * no styles. What our build takes longer than this is the price of everything else.
 */
export async function writeBareSite({
  root,
  contentRoot,
  modules,
}: {
  readonly root: string;
  readonly contentRoot: string;
  /** The `node_modules` folder both projects use. */
  readonly modules: string;
}): Promise<void> {
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), text);
  }
  await symlink(modules, join(root, 'node_modules'));
  await cp(join(contentRoot, 'whitepapers'), join(root, 'whitepapers'), { recursive: true });
}
