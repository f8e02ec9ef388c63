import type { Content } from './content.ts';

interface Checked {
  readonly root: string;
  readonly content: Content;
  /** HTML by the id of the page's entry in its Astro collection. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Astro runs its loaders in a module graph of their own: what is handed to them has to go through the process. */
const SHELF: unique symbol = Symbol.for('gatehouse.checked-content');
const shelf = globalThis as { [SHELF]?: Checked };

/** Leaves content that was checked a moment ago for Astro's loaders, so that a build reads its folder once. */
export function leaveChecked({ root, content }: Pick<Checked, 'root' | 'content'>): void {
  const pages = content.entries.flatMap(({ id, pages: { zh, en } }) =>
    [zh, en].map((page) => ({ id, page })),
  );
  const texts = new Map(pages.map(({ id, page: { locale, html } }) => [`${id}/${locale}`, html]));
  shelf[SHELF] = { root, content, texts };
}

/** The content left for `root`; undefined where none was. */
export function takeChecked(root: string): Content | undefined {
  return shelf[SHELF]?.root === root ? shelf[SHELF].content : undefined;
}

/**
 * The text of a page of the content that was left. Texts go this way because Astro would write all of them into
 * one module and read them back: a third of a build's memory and a sixth of its time.
 */
export function takeText(id: string): string | undefined {
  return shelf[SHELF]?.texts.get(id);
}
