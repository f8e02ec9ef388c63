import { toHtml } from 'hast-util-to-html';
import type { Element, Root } from 'hast';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import astroConfig from '../../astro.config.mjs';
import type { Locale } from '../../edge/contract/locale.ts';
import { polishHtml } from '../../site/loader/mdx/polish-html.ts';
import { renderText } from '../../site/loader/mdx/render-text.ts';
import { splitPage } from '../../site/loader/split-page.ts';
import { ROOT } from '../support/run-script.ts';
import { createAstroMdx } from './support/astro-mdx.ts';

const PAGES = globSync('content/*/*/*.mdx', { cwd: ROOT }).toSorted();
const astroMdx = await createAstroMdx({ ...astroConfig.markdown, smartypants: false });

test.each(PAGES)('%s', async (path) => {
  const page = readPage(path);
  const { tree } = await astroMdx(page);
  polishHtml(tree, page);
  const { body } = splitPage(page.text, path);
  const ours = renderText({ ...page, text: body });
  expect(ours.issues).toEqual([]);
  expect(toHtml(tree)).toBe(ours.html);
});

function readPage(path: string): { file: string; text: string; locale: Locale } {
  const file = join(ROOT, path);
  return { file, text: readFileSync(file, 'utf8'), locale: /\/zh\.[^/]*$/.test(path) ? 'zh' : 'en' };
}
