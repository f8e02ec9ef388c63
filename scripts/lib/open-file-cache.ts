import { randomBytes } from 'node:crypto';
import { copyFile, link, mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files that builds made, by what they were made from. Several builds may use it at once. */
export interface FileCache {
  has(key: string): Promise<boolean>;
  /** All or nothing: a half-written file is never found. */
  keep(key: string, contents: Uint8Array): Promise<void>;
  /** Puts a kept file at `target`, which must not be changed in place: it may be the same file. */
  place(key: string, target: string): Promise<void>;
  /** Throws away what was not used for longest, beyond `maxBytes`; nothing of the last hour. */
  prune(now: number): Promise<void>;
}

const JUST_USED_MS = 3_600_000;

export function openFileCache({ folder, maxBytes }: { folder: string; maxBytes: number }): FileCache {
  const pathOf = (key: string): string => join(folder, key);
  return {
    async has(key) {
      return (await stat(pathOf(key)).catch(() => undefined))?.isFile() ?? false;
    },
    async keep(key, contents) {
      const draft = pathOf(`${key}.${randomBytes(6).toString('hex')}`);
      await mkdir(folder, { recursive: true });
      await writeFile(draft, contents);
      await rename(draft, pathOf(key));
    },
    async place(key, target) {
      const now = new Date();
      await utimes(pathOf(key), now, now);
      await mkdir(dirname(target), { recursive: true });
      // Another disk, or one without links.
      await link(pathOf(key), target).catch(() => copyFile(pathOf(key), target));
    },
    async prune(now) {
      const names = await readdir(folder).catch(() => []);
      const files = await Promise.all(names.map((name) => measure(pathOf(name))));
      let bytes = 0;
      for (const file of files.filter((one) => one !== null).toSorted((a, b) => b.usedAt - a.usedAt)) {
        bytes += file.bytes;
        if (bytes > maxBytes && now - file.usedAt > JUST_USED_MS) await rm(file.path, { force: true });
      }
    },
  };
}

async function measure(path: string) {
  const facts = await stat(path).catch(() => undefined);
  return facts?.isFile() ? { path, bytes: facts.size, usedAt: facts.mtimeMs } : null;
}
