import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { contentRoot } from '../loader/folder/content-root.node.ts';

/** The bytes of a film beside the pages of an entry. */
export function readFilm({ entry, film }: { entry: string; film: string }): Promise<Buffer> {
  return readFile(join(contentRoot({ env: process.env, cwd: process.cwd() }), entry, film));
}
