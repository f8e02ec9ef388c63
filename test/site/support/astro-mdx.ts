import mdx from '@astrojs/mdx';
import type { AstroConfig } from 'astro';
import { Fragment, isVNode, jsx } from 'astro/jsx-runtime';
import { transform } from 'esbuild';
import type { Element, ElementContent, Properties, Root } from 'hast';
import { compileFunction } from 'node:vm';
import type { Locale } from '../../../edge/contract/locale.ts';
import { BLOCKS } from '../../../site/blocks/blocks.ts';
import { ROOT } from '../../support/run-script.ts';

/** A page as it comes out of Astro's way with MDX, our house rules not yet applied. */
export interface AstroPage {
  readonly tree: Root;
  /** As Astro tells them to a page's layout. */
  readonly headings: readonly { depth: number; slug: string; text: string }[];
}

export type AstroMdx = (page: {
  readonly file: string;
  readonly text: string;
  readonly locale: Locale;
}) => Promise<AstroPage>;

interface MdxModule {
  readonly Content: (props: object) => unknown;
  readonly getHeadings: () => AstroPage['headings'];
}

interface Plugin {
  readonly transform: {
    handler(this: object, code: string, file: string): { code: string } | Promise<{ code: string }>;
  };
}

/**
 * Astro's own way with MDX: the plugins that `@astrojs/mdx` gives to the bundler compile a page to a module; the
 * module is run, and each block in it is drawn by our block from the props and children it is given there.
 * @param markdown the settings under `markdown` in Astro's configuration
 */
export async function createAstroMdx(markdown: object): Promise<AstroMdx> {
  const plugins = await startIntegration(markdown);
  return async ({ file, text, locale }) => {
    let code = text;
    for (const { transform: step } of plugins)
      ({ code } = await step.handler.call({ environment: { name: 'ssr' } }, code, file));
    const { Content, getHeadings } = await run(code);
    const content = Content({ components: componentsIn(locale) });
    return { tree: { type: 'root', children: toHast(content) }, headings: getHeadings() };
  };
}

/** What the integration hands to the bundler when Astro starts. */
async function startIntegration(markdown: object): Promise<readonly Plugin[]> {
  const { hooks } = mdx();
  let plugins: readonly Plugin[] = [];
  const root = new URL(`file://${ROOT}/`);
  const config = { markdown, root, srcDir: new URL('site/', root), base: '/', trailingSlash: 'always' };
  const ignore = (): void => undefined;
  await hooks['astro:config:setup']?.({
    config: config as unknown as AstroConfig,
    updateConfig: ({ vite }: { vite: { plugins: readonly Plugin[] } }) => ({ plugins } = vite),
    addPageExtension: ignore,
    addContentEntryType: ignore,
    addRenderer: ignore,
  } as unknown as Parameters<NonNullable<(typeof hooks)['astro:config:setup']>>[0]);
  await hooks['astro:config:done']?.({
    config: config as unknown as AstroConfig,
    logger: { warn: ignore },
  } as unknown as Parameters<NonNullable<(typeof hooks)['astro:config:done']>>[0]);
  return plugins;
}

async function run(code: string): Promise<MdxModule> {
  const { code: script } = await transform(code, { format: 'cjs' });
  const module = { exports: {} };
  const imports = (name: string): unknown => {
    if (name === 'astro/jsx-runtime') return { Fragment, jsx, jsxs: jsx };
    if (name === 'astro:assets') return { Image: 'img' };
    if (name === 'astro/runtime/server/index.js') return { __astro_tag_component__: () => undefined };
    // A picture: its address stands for the file.
    return { __esModule: true, default: name };
  };
  const start = compileFunction(script, ['module', 'exports', 'require']) as (...given: unknown[]) => void;
  start(module, module.exports, imports);
  return module.exports as MdxModule;
}

function componentsIn(locale: Locale): object {
  const draw =
    (name: string) =>
    ({ children, ...props }: Record<string, unknown>): Element => {
      const block = BLOCKS.get(name)!;
      const at = (path: readonly PropertyKey[], part: Element): Element => ({
        ...part,
        position: SOMEWHERE,
        data: { prop: String(path.at(-1)) } as Element['data'],
      });
      return block.render(block.props.parse(props), { locale, children: toHast(children), at });
    };
  return Object.fromEntries([...BLOCKS.keys()].map((name) => [name, draw(name)]));
}

/** House rules apply to links that stand in a text, which are those with a place. */
const SOMEWHERE: NonNullable<Element['position']> = {
  start: { line: 1, column: 1 },
  end: { line: 1, column: 1 },
};

function toHast(node: unknown): ElementContent[] {
  if (node === null || node === undefined || typeof node === 'boolean') return [];
  if (Array.isArray(node)) return node.flatMap(toHast);
  if (typeof node === 'string' || typeof node === 'number') return [{ type: 'text', value: String(node) }];
  if (!isVNode(node)) return [node as Element];
  const { type, props } = node as { type: unknown; props: Record<string, unknown> };
  const { children, ...attributes } = props;
  if (type === Fragment) return toHast(children);
  if (typeof type === 'function') return toHast((type as (props: object) => unknown)(props));
  return [
    {
      type: 'element',
      tagName: String(type),
      properties: Object.fromEntries(Object.entries(attributes).map(toProperty)),
      children: toHast(children),
      position: SOMEWHERE,
    },
  ];
}

function toProperty([name, value]: [string, unknown]): [string, Properties[string]] {
  // The compiler writes the alignment of a cell as a style.
  if (name === 'style') return ['align', Object.values(value as Record<string, string>)[0]];
  if (name === 'class') return ['className', String(value).split(' ')];
  const property = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [property, value as Properties[string]];
}
