import { createHash } from 'node:crypto';
import { closeSync, createReadStream, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ContentFolder, FileFacts } from './content-folder.ts';

/** Lists a folder on disk; files are read when asked for. `cwd` decides how messages name it. */
export async function readContentFolder(root: string, { cwd }: { cwd: string }): Promise<ContentFolder> {
  const folder = resolve(cwd, root);
  const paths = await listFiles(folder);
  // Names may be stored decomposed (macOS) where texts are composed: they are compared composed.
  const stored = new Map(paths?.map(({ path }) => [path.normalize('NFC'), path]));
  const fullPath = (path: string): string => join(folder, stored.get(path) ?? path);
  return {
    label: labelOf(folder, cwd),
    exists: paths !== null,
    files: new Map(paths?.map(({ path, facts }) => [path.normalize('NFC'), facts])),
    // Thousands of small files: asking another thread for each takes several times as long as to read it.
    read: async (path) => readFileSync(fullPath(path)),
    readHead: async (path) => readHead(fullPath(path)),
    digest: (path) => digest(fullPath(path)),
  };
}

interface ListedFile {
  readonly path: string;
  readonly facts: FileFacts;
}

async function listFiles(folder: string): Promise<ListedFile[] | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null);
  if (!entries) return null;
  const listed = entries.flatMap((entry) => {
    if (entry.isDirectory()) return [];
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    return isLeftover(path) ? [] : [{ path, isLink: entry.isSymbolicLink() }];
  });
  return listed.map(({ path, isLink }) => {
    const { size } = lstatSync(join(folder, path));
    return { path, facts: { bytes: size, isLink } };
  });
}

function isLeftover(path: string): boolean {
  return path.split('/').some((name) => /^\.|^~\$|~$|^(Thumbs\.db|desktop\.ini)$/i.test(name));
}

function labelOf(folder: string, cwd: string): string {
  const path = relative(cwd, folder);
  return (path === '' ? '.' : path.startsWith('..') ? folder : path).split(sep).join('/');
}

function readHead(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

const HEAD_BYTES = 4096;

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
