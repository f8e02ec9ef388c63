import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import process from 'node:process';
import { listFiles } from './list-files.ts';
import { ROOT_FOLDER } from './run-command.ts';

/** What the site is made with, besides the content. */
const FOLDERS = ['site', 'edge/contract', 'scripts/lib'];
const FILES = ['package-lock.json', 'astro.config.mjs'];

/** Changes whenever our code, a package or Node does: what was made under another digest must be made again. */
export async function digestCode(): Promise<string> {
  const lists = await Promise.all(FOLDERS.map((folder) => listFiles(join(ROOT_FOLDER, folder))));
  const paths = [...lists.flat(), ...FILES.map((file) => join(ROOT_FOLDER, file))];
  const contents = await Promise.all(paths.map((path) => readFile(path)));
  const digest = createHash('sha256').update(process.version);
  for (const [index, path] of paths.entries()) {
    digest.update(`\0${relative(ROOT_FOLDER, path)}\0${contents[index]!.length}\0`).update(contents[index]!);
  }
  return digest.digest('hex');
}
