import type { ContentFolder } from '../folder/content-folder.ts';
import type { FileKind } from '../folder/classify-file.ts';
import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import type { Sources } from '../sources.ts';
import { picturesOf } from './check-pictures.ts';
import { resolvePath } from './resolve-path.ts';

interface Files {
  readonly kinds: ReadonlyMap<string, FileKind>;
  readonly sources: Sources;
}

/**
 * Pictures no page shows and forms no page asks with: warnings, for they do no harm but puzzle whoever comes next.
 * People are all on the home page. What can't be read may use anything, so nothing is said of its folder.
 */
export function checkUnused(folder: ContentFolder, { kinds, sources }: Files): Issue[] {
  return [...unusedPictures(folder, { kinds, sources }), ...unusedForms(folder, sources)];
}

function unusedPictures({ label }: ContentFolder, { kinds, sources }: Files): Issue[] {
  const { site, people } = sources;
  const pages = [...sources.pages, ...sources.variants];
  // Of films, too: a picture may stand before one.
  const films = pages.flatMap(({ id, text }) => text.media.map(({ target }) => resolvePath(id, target)));
  const used = new Set([...picturesOf(sources).map(({ path }) => path), ...films]);
  const unread = [
    ...(site?.value ? [] : ['']),
    ...[...people.values()].flatMap(({ value }) => (value ? [] : ['people'])),
    ...pages.flatMap(({ id, value }) => (value ? [] : [id])),
  ];
  return [...kinds].flatMap(([path, { kind }]) => {
    const home = homeOf(path);
    if (kind !== 'picture' || used.has(path) || unread.includes(home)) return [];
    const hint =
      home === '' || home === 'people'
        ? 'Name it where it belongs, or delete it.'
        : 'Show it with ![what it shows](./name), name it as the cover, or delete it.';
    return [unused(`${label}/${path}`, { message: 'No page shows this picture.', hint })];
  });
}

/** The folder whose files can show a picture: an entry's id, `people`, or the root. */
function homeOf(path: string): string {
  const [folder = '', slug, ...rest] = path.split('/');
  if (slug === undefined) return '';
  return rest.length > 0 ? `${folder}/${slug}` : folder;
}

function unusedForms({ label }: ContentFolder, { forms, pages }: Sources): Issue[] {
  if (pages.some(({ value }) => value === null)) return [];
  const used = new Set(pages.map(({ yaml }) => yaml.text(['gate', 'form'])?.trim()));
  return [...forms].flatMap(([id, { path }]) => {
    if (used.has(id)) return [];
    const hint = 'Name it under gate.form, or delete it.';
    return [unused(`${label}/${path}`, { message: `No page asks with the form "${id}".`, hint })];
  });
}

function unused(file: string, { message, hint }: { message: string; hint: string }): Issue {
  return issueAt({ file, line: 1, column: 1 }, { code: 'UnusedFile', message, hint });
}
