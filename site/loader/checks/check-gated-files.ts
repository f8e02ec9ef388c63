import type { ContentFolder, FileFacts } from '../folder/content-folder.ts';
import type { FileKind } from '../folder/classify-file.ts';
import { explainBytes } from '../folder/explain-bytes.ts';
import { issueAt } from '../issues/issue.ts';
import type { Explanation, Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { PageSource } from '../sources.ts';
import { yamlLine } from '../yaml/yaml-text.ts';

const MEGABYTE = 1024 * 1024;
const MAX_MEGABYTES = 100;
const LARGE_MEGABYTES = 15;
/** What a phone can count on where the network is shared. */
const PHONE_BITS_PER_SECOND = 10_000_000;
const FILE = ['gate', 'file'] as const;

interface Gated {
  readonly kinds: ReadonlyMap<string, FileKind>;
  readonly pages: readonly PageSource[];
  /** Paths of files that pages publish otherwise. */
  readonly media: readonly string[];
  /** Folders outside the content that are published as they are. */
  readonly publicFolders: readonly ContentFolder[];
}

/** Path of a page's gated file in the content folder, as its head says. */
export function gatedPath({ yaml, id }: PageSource): string | undefined {
  const name = yaml.text(FILE)?.trim();
  return name ? `${id}/${name.normalize('NFC')}` : undefined;
}

/** Every gated file is there, whole, and nowhere else where it could be reached without the form. */
export async function checkGatedFiles(
  folder: ContentFolder,
  { kinds, pages, media, publicFolders }: Gated,
): Promise<Issue[]> {
  const gated = new Set(pages.flatMap((page) => gatedPath(page) ?? []));
  const spare = [...kinds].flatMap(([path, { kind }]) =>
    kind === 'asset' && !gated.has(path) && !media.includes(path) ? [path] : [],
  );
  const suggested = new Set<string>();
  const found = await Promise.all(pages.map((page) => checkFile(page, { folder, spare, suggested })));
  const unused = spare.filter((path) => !suggested.has(path)).map((path) => unusedFile(folder, path));
  const copies = await findCopies(folder, { gated, publicFolders });
  return [...found.flat(), ...unused, ...copies];
}

interface Candidates {
  readonly folder: ContentFolder;
  readonly spare: readonly string[];
  /** Collects the files that hints name, so that they are not told as unused too. */
  readonly suggested: Set<string>;
}

async function checkFile(page: PageSource, { folder, spare, suggested }: Candidates): Promise<Issue[]> {
  const path = gatedPath(page);
  if (path === undefined) return [];
  const place = page.yaml.placeOf(FILE);
  const facts = folder.files.get(path);
  if (facts) {
    const explanation = explainSize(facts) ?? explainBytes(nameOf(path), await folder.readHead(path));
    return explanation ? [issueAt(place, explanation)] : [];
  }
  const beside = spare.filter((file) => file.startsWith(`${page.id}/`)).map(nameOf);
  const meant = nearest(nameOf(path), beside) ?? (beside.length === 1 ? beside[0] : undefined);
  if (meant !== undefined) suggested.add(`${page.id}/${meant}`);
  return [
    issueAt(place, {
      code: 'GatedFileMissing',
      message: `gate.file is "${nameOf(path)}". There is no ${folder.label}/${path}.`,
      ...(meant === undefined
        ? { hint: 'Put the file beside this page.' }
        : { hint: `Did you mean "${meant}"?`, fix: yamlLine(FILE, meant) }),
    }),
  ];
}

function explainSize({ bytes }: FileFacts): Explanation | undefined {
  const megabytes = Math.round(bytes / MEGABYTE);
  if (bytes > MAX_MEGABYTES * MEGABYTE) {
    return {
      code: 'FileTooLarge',
      message: `The gated file has ${megabytes} MB; the limit is ${MAX_MEGABYTES} MB.`,
      hint: 'Export it with smaller pictures: few visitors would wait for it on a phone.',
    };
  }
  if (bytes <= LARGE_MEGABYTES * MEGABYTE) return undefined;
  const seconds = Math.round((bytes * 8) / PHONE_BITS_PER_SECOND);
  return {
    code: 'LargeFile',
    message: `The gated file has ${megabytes} MB: a phone on an ordinary mobile network loads it for ${seconds} seconds.`,
    hint: `Export it with smaller pictures, below ${LARGE_MEGABYTES} MB if you can.`,
  };
}

function unusedFile({ label }: ContentFolder, path: string): Issue {
  const message = `No page names "${nameOf(path)}" under gate.file, so nobody would ever get it.`;
  const place = { file: `${label}/${path}`, line: 1, column: 1 };
  return issueAt(place, { code: 'UnknownFile', message, hint: 'Name it in a page, or delete it.' });
}

/** Files with the very bytes of a gated one; only files of the same size are read. */
async function findCopies(
  folder: ContentFolder,
  { gated, publicFolders }: { gated: ReadonlySet<string>; publicFolders: readonly ContentFolder[] },
): Promise<Issue[]> {
  const digests = new Map<string, string>();
  const sizes = new Map([...gated].map((path) => [folder.files.get(path)?.bytes ?? 0, path]));
  const suspects = [folder, ...publicFolders].flatMap((each) =>
    [...each.files].flatMap(([path, { bytes, isLink }]) => {
      const isGated = each === folder && gated.has(path);
      return isGated || isLink || bytes === 0 || !sizes.has(bytes) ? [] : [{ folder: each, path, bytes }];
    }),
  );
  const suspectSizes = new Set(suspects.map(({ bytes }) => bytes));
  const originals = [...gated].filter((path) => suspectSizes.has(folder.files.get(path)?.bytes ?? 0));
  await Promise.all(originals.map(async (path) => digests.set(await folder.digest(path), path)));
  const found = await Promise.all(
    suspects.map(async ({ folder: each, path }) => {
      const original = digests.get(await each.digest(path));
      return original === undefined
        ? []
        : [copyIssue(`${each.label}/${path}`, `${folder.label}/${original}`)];
    }),
  );
  return found.flat();
}

function copyIssue(file: string, original: string): Issue {
  return issueAt(
    { file, line: 1, column: 1 },
    {
      code: 'GatedFileExposed',
      message: `This file holds the same bytes as ${original}, which stands behind a form.`,
      hint: 'Delete this copy.',
    },
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
