import { isLocale } from '../../../edge/contract/locale.ts';
import { isKind, KINDS } from '../../schemas/kinds.ts';
import { FOLDERS } from '../folder/classify-file.ts';
import type { FileKind } from '../folder/classify-file.ts';
import type { ContentFolder } from '../folder/content-folder.ts';
import { issueAt } from '../issues/issue.ts';
import type { Explanation, Issue } from '../issues/issue.ts';
import type { Sources } from '../sources.ts';

interface Files {
  readonly kinds: ReadonlyMap<string, FileKind>;
  readonly sources: Sources;
}

/** Files that are missing, misnamed or in the wrong place. */
export function checkFiles(folder: ContentFolder, { kinds, sources }: Files): Issue[] {
  return [...checkNames(folder, kinds), ...checkMissing(folder, sources), ...checkSlugs(folder, kinds)];
}

function checkNames({ label, files }: ContentFolder, kinds: ReadonlyMap<string, FileKind>): Issue[] {
  const told = new Set<string>();
  return [...kinds].flatMap(([path, kind]) => {
    if (files.get(path)?.isLink) return [issueAt(placeOf(`${label}/${path}`), LINK)];
    if (kind.kind !== 'refused') return [];
    const file = `${label}/${reportedPath(path, kind.explanation)}`;
    if (told.has(file)) return [];
    told.add(file);
    return [issueAt(placeOf(file), kind.explanation)];
  });
}

const LINK: Explanation = {
  code: 'SymbolicLink',
  message: 'This is a link to a file elsewhere; what it leads to may not exist on another machine.',
  hint: 'Copy the file itself to this place.',
};

/** A folder nothing reads is told once, not for each of its files. */
function reportedPath(path: string, { code }: Explanation): string {
  const [folder = '', inner = ''] = path.split('/');
  const isKnown = FOLDERS.includes(folder);
  if (path.includes('/') && !isKnown) return folder;
  return isKind(folder) && code === 'InvalidFileName' ? `${folder}/${inner}` : path;
}

function checkMissing({ label }: ContentFolder, { site, mails, forms, people, pages }: Sources): Issue[] {
  const wanted: readonly (readonly [path: string, isThere: boolean, what: string])[] = [
    ['site.yaml', site !== null, 'It says who the company is.'],
    ['mails/download.yaml', mails.has('download'), 'It brings visitors their download link.'],
    ['mails/owner.yaml', mails.has('owner'), 'It tells owners about new registrations.'],
    [
      'forms',
      forms.size > 0 || pages.every((page) => page.yaml.get(['gate']) === undefined),
      'A gate needs a form: a file <id>.yaml in this folder.',
    ],
    ['people', people.size > 0, 'Somebody must own the leads: a file <id>.yaml in this folder.'],
  ];
  return wanted.flatMap(([path, isThere, what]) => {
    if (isThere) return [];
    const message = `${path.includes('.') ? `There is no ${label}/${path}.` : `${label}/${path} holds nothing.`} ${what}`;
    return [issueAt(placeOf(`${label}/${path}`), { code: 'MissingFile', message })];
  });
}

/** Addresses don't differ by case alone. */
function checkSlugs({ label }: ContentFolder, kinds: ReadonlyMap<string, FileKind>): Issue[] {
  return KINDS.flatMap((entryKind) => {
    const folders = [...kinds.keys()].flatMap((path) => {
      const [kind, slug, name = ''] = path.split('/');
      const isPage = kind === entryKind && name.endsWith('.mdx') && isLocale(name.slice(0, -4));
      return isPage && slug !== undefined ? [slug] : [];
    });
    const seen = new Map<string, string>();
    return [...new Set(folders)].toSorted().flatMap((slug) => {
      const other = seen.get(slug.toLowerCase());
      seen.set(slug.toLowerCase(), slug);
      if (other === undefined) return [];
      const message = `"${slug}" and "${other}" would have the same address.`;
      const explanation: Explanation = {
        code: 'DuplicateSlug',
        message,
        hint: 'Rename or merge one of the folders.',
      };
      return [issueAt(placeOf(`${label}/${entryKind}/${slug}`), explanation)];
    });
  });
}

function placeOf(file: string) {
  return { file, line: 1, column: 1 };
}
