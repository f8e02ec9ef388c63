import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A build in another process may be at work in one. */
const IN_USE_MS = 3_600_000;

/** Keeps the folders in `parent` that were changed last; older ones go. */
export async function pruneFolders(
  parent: string,
  { keep, now }: { readonly keep: number; readonly now: number },
): Promise<void> {
  const paths = (await readdir(parent)).map((name) => join(parent, name));
  const ages = await Promise.all(
    paths.map(async (path) => ({ path, changedAt: (await stat(path).catch(() => null))?.mtimeMs ?? now })),
  );
  const old = ages
    .toSorted((a, b) => b.changedAt - a.changedAt)
    .slice(keep)
    .filter(({ changedAt }) => now - changedAt > IN_USE_MS);
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })));
}
