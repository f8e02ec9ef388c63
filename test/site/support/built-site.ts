import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { FileSystemConfigLoader, type HtmlElement, HtmlValidate, Parser } from 'html-validate';
import { listFiles } from '../../../scripts/lib/list-files.ts';

/** One page of a built site, parsed. */
export interface BuiltPage {
  /** Origin-relative, e.g. `/zh/whitepapers/`. */
  readonly path: string;
  readonly html: string;
  readonly document: HtmlElement;
}

/** All files of a built site by their origin-relative path, and its pages parsed. */
export interface BuiltSite {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly pages: readonly BuiltPage[];
  /** Other versions of pages, by the paths of the pages. */
  readonly variants: readonly BuiltPage[];
}

const VARIANT = /^\/gatehouse-variants\/[b-d]/;

export async function readBuiltSite(siteFolder: string): Promise<BuiltSite> {
  const files = new Map<string, Buffer>();
  for (const path of await listFiles(siteFolder)) {
    files.set(`/${relative(siteFolder, path).split(sep).join('/')}`, await readFile(path));
  }
  const html = [...files].filter(([path]) => path.endsWith('.html'));
  const parse = ([path, bytes]: [string, Buffer]): BuiltPage =>
    parsePage(path.replace(VARIANT, '').replace(/\/index\.html$/, '/'), bytes.toString());
  return {
    files,
    pages: html.filter(([path]) => !VARIANT.test(path)).map(parse),
    variants: html.filter(([path]) => VARIANT.test(path)).map(parse),
  };
}

export function parsePage(path: string, html: string): BuiltPage {
  const parser = new Parser(new HtmlValidate().getConfigForSync('page.html'));
  return { path, html, document: parser.parseHtml(html) };
}

/** The value of an attribute of the first element that matches; null when there is none. */
export function attributeOf({ document }: BuiltPage, selector: string, name: string): string | null {
  return document.querySelector(selector)?.getAttributeValue(name) ?? null;
}

/** What the checkout's own rules for HTML find wrong: one line a mistake. */
export async function htmlMistakes(pages: readonly BuiltPage[]): Promise<string[]> {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  const reports = await Promise.all(
    pages.map(({ html }) => validator.validateString(html, join(import.meta.dirname, 'page.html'))),
  );
  return reports.flatMap(({ results }, page) =>
    results.flatMap(({ messages }) =>
      messages.map(
        ({ line, column, ruleId, message }) => `${pages[page]?.path}:${line}:${column} ${ruleId}: ${message}`,
      ),
    ),
  );
}
