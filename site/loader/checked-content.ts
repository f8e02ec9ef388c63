import type { Content } from './content.ts';

interface Checked {
  readonly root: string;
  readonly content: Content;
  /** HTML by the id of the page's entry in its Astro collection. */
  readonly texts: ReadonlyMap<string, string>;
  /** What pages have read of it. */
  readonly reads: Map<string, Promise<unknown>>;
}

/** Astro runs its loaders in a module graph of their own: what is handed to them has to go through the process. */
const SHELF: unique symbol = Symbol.for('gatehouse.checked-content');
const shelf = globalThis as { [SHELF]?: Checked };

/** Leaves content that was checked a moment ago for Astro's loaders, so that a build reads its folder once. */
export function leaveChecked({ root, content }: Pick<Checked, 'root' | 'content'>): void {
  const texts = new Map(
    content.entries.flatMap(({ id, pages, variants }) => [
      ...[pages.zh, pages.en].map(({ locale, html }) => [`${id}/${locale}`, html] as const),
      ...variants.flatMap((variant) =>
        [variant.pages.zh, variant.pages.en].map(
          ({ locale, html }) => [`${id}/${locale}.${variant.id}`, html] as const,
        ),
      ),
    ]),
  );
  shelf[SHELF] = { root, content, texts, reads: new Map() };
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

/**
 * Reads something from Astro's store of the content once for all pages of a build, since it can't change meanwhile;
 * while people write, every page reads it anew. What is read is shared: leave it as it is.
 * @param name Of what is read; another one for each.
 */
export function onceABuild<T>(name: string, read: () => Promise<T>): Promise<T> {
  const reads = shelf[SHELF]?.reads;
  if (!reads) return read();
  const value = reads.get(name) ?? read();
  reads.set(name, value);
  return value as Promise<T>;
}
