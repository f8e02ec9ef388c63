import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroUserConfig } from 'astro';
import { emitClientAsset } from 'astro/assets/utils';
import { emitImageMetadata } from 'astro/assets/utils/node';

type ViteConfig = NonNullable<AstroUserConfig['vite']>;
type VitePlugin = Extract<NonNullable<ViteConfig['plugins']>[number], { name: string }>;

/** How Astro asks for a picture that an entry names. */
const FLAG = 'astroContentImageFlag';

/**
 * A Vite plugin for builds: drawings (SVG) of the content are shown by their address. Astro would put each into the
 * code as a component, too, which takes a site of 1,000 entries a third of its bundling.
 */
export function contentDrawings(): VitePlugin {
  let root = pathToFileURL('/');
  return {
    name: 'gatehouse:content-drawings',
    apply: 'build',
    enforce: 'pre',
    configResolved(config) {
      root = pathToFileURL(`${config.root}/`);
    },
    resolveId: {
      order: 'pre',
      filter: { id: RegExp(`^\\..*\\.svg\\?${FLAG}=&importer=`) },
      handler(id) {
        const [path = '', query] = id.split('?');
        const importer = new URL(new URLSearchParams(query).get('importer') ?? '', root);
        return `${resolve(dirname(fileURLToPath(importer)), path)}?${FLAG}`;
      },
    },
    load: {
      order: 'pre',
      filter: { id: RegExp(`\\.svg\\?${FLAG}$`) },
      async handler(id) {
        const path = id.slice(0, -FLAG.length - 1);
        const picture = await emitImageMetadata(path, (file) => emitClientAsset(this, file));
        return picture && `export default ${JSON.stringify(picture)};`;
      },
    },
  };
}
