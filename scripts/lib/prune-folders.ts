import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes the folders in `parent` that were not changed for `maxAgeMs`. What is younger stays: another process may be
 * at work in it, and a file system that has just deleted thousands of files is slow to make new ones.
 */
export async function pruneFolders(
  parent: string,
  { maxAgeMs, now }: { readonly maxAgeMs: number; readonly now: number },
): Promise<void> {
  const paths = (await readdir(parent)).map((name) => join(parent, name));
  await Promise.all(
    paths.map(async (path) => {
      const changedAt = (await stat(path).catch(() => null))?.mtimeMs ?? now;
      if (now - changedAt > maxAgeMs) await rm(path, { recursive: true, force: true });
    }),
  );
}
