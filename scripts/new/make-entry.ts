import { constants } from 'node:fs';
import { access, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatIssues } from '../../site/loader/issues/format-issues.ts';
import type { Issue } from '../../site/loader/issues/issue.ts';
import { loadContent } from '../../site/loader/load-content.node.ts';
import { PlainError } from '../lib/plain-error.ts';
import { composeEntry } from './compose-entry.ts';
import type { ContentFacts, NewEntry } from './new-entry.ts';

export interface MadeEntry {
  /** Absolute. */
  readonly folder: string;
  /** Names of its files. */
  readonly files: readonly string[];
  readonly placeholders: readonly string[];
}

/**
 * Writes the files of a new entry, all or none, and checks them as a build would.
 * @throws {PlainError} when the folder is taken, a file is missing, or the check finds something.
 */
export async function makeEntry(entry: NewEntry, facts: ContentFacts): Promise<MadeEntry> {
  const folder = join(facts.root, entry.kind, entry.slug);
  const { texts, copies, placeholders } = composeEntry(entry, facts);
  for (const path of copies.values())
    await access(path, constants.R_OK).catch(() => {
      throw new PlainError(`There is no file ${path}.`);
    });
  await mkdir(join(facts.root, entry.kind), { recursive: true });
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new PlainError(`${folder} is already there, and stays as it is. Take another slug.`);
  });
  try {
    for (const [name, text] of texts) await writeFile(join(folder, name), text, { flag: 'wx' });
    for (const [name, path] of copies) await copyFile(path, join(folder, name), constants.COPYFILE_EXCL);
    const issues = await issuesIn(facts.root, `/${entry.kind}/${entry.slug}/`);
    if (issues.length > 0) throw new PlainError(`${formatIssues(issues)}\n\nNothing was kept.`);
  } catch (error) {
    await rm(folder, { recursive: true });
    throw error;
  }
  return { folder, files: [...texts.keys(), ...copies.keys()].toSorted(), placeholders };
}

/** Problems elsewhere are not the new entry's. */
async function issuesIn(root: string, part: string): Promise<Issue[]> {
  const { issues } = await loadContent(root, { isWriting: true });
  return issues.filter(({ file }) => file.includes(part));
}
