import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { KINDS } from '../../site/schemas/kinds.ts';
import { PictureSchema } from '../../site/schemas/picture-schema.ts';
import { siteSchema } from '../../site/schemas/site-schema.ts';
import { PlainError } from '../lib/plain-error.ts';
import type { ContentFacts } from './new-entry.ts';

/**
 * Reads what a new entry can name.
 * @throws {PlainError} when `site.yaml` can't be read.
 */
export async function readContentFacts(root: string): Promise<ContentFacts> {
  const path = join(root, 'site.yaml');
  const text = await readFile(path, 'utf8').catch(() => {
    throw new PlainError(`There is no ${path}. GATEHOUSE_CONTENT names the content folder.`);
  });
  const { data: site } = siteSchema(PictureSchema).safeParse(read(text));
  if (!site) throw new PlainError(`${path} has problems. Put them right first: npm run check:content`);
  const names = (folder: string): Promise<string[]> => readdir(join(root, folder)).catch(() => []);
  const forms = (await names('forms')).filter((name) => name.endsWith('.yaml'));
  const entries = await Promise.all(
    KINDS.map(async (kind) => (await names(kind)).map((slug) => `${kind}/${slug}`)),
  );
  return {
    root,
    defaultLocale: site.defaultLocale,
    timeZone: site.timeZone,
    roles: site.roles,
    industries: site.industries,
    families: site.families,
    forms: forms.map((name) => name.slice(0, -'.yaml'.length)).toSorted(),
    entries: entries.flat(),
  };
}

function read(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
