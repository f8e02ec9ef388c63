import type { Content } from './content.ts';

interface Checked {
  readonly root: string;
  readonly content: Content;
}

/** Astro runs its loaders in a module graph of their own: what is handed to them has to go through the process. */
const SHELF: unique symbol = Symbol.for('gatehouse.checked-content');
const shelf = globalThis as { [SHELF]?: Checked };

/** Leaves content that was checked a moment ago for Astro's loaders, so that a build reads its folder once. */
export function leaveChecked(checked: Checked): void {
  shelf[SHELF] = checked;
}

/** The content left for `root`; undefined where none was. */
export function takeChecked(root: string): Content | undefined {
  return shelf[SHELF]?.root === root ? shelf[SHELF].content : undefined;
}
