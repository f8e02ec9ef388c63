import { explainBytes } from '../folder/explain-bytes.ts';
import type { ContentFolder } from '../folder/content-folder.ts';
import { issueAt } from '../issues/issue.ts';
import type { Issue, Place } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { PICTURE_ENDINGS } from '../../schemas/picture-schema.ts';
import type { Reference } from '../mdx/page-text.ts';
import type { Sources } from '../sources.ts';
import type { YamlSource } from '../yaml/parse-yaml.ts';
import type { Path } from '../yaml/path.ts';
import { yamlLine } from '../yaml/yaml-text.ts';
import { resolvePath } from './resolve-path.ts';

interface PictureUse {
  /** Path in the content folder; null when it leads out of it. */
  readonly path: string | null;
  readonly written: string;
  readonly place: Place;
  /** The corrected line with another name. */
  readonly fixWith: (name: string) => string;
}

/** Every picture that is named exists and is one. */
export async function checkPictures(
  folder: ContentFolder,
  { sources, gated }: { sources: Sources; gated: ReadonlySet<string> },
): Promise<Issue[]> {
  const issues = await Promise.all(picturesOf(sources).map((use) => checkPicture(folder, { use, gated })));
  return issues.flat();
}

async function checkPicture(
  folder: ContentFolder,
  { use, gated }: { use: PictureUse; gated: ReadonlySet<string> },
): Promise<Issue[]> {
  const { path, written, place } = use;
  if (path !== null && gated.has(path)) {
    const message = `"${written}" is a gated file: shown as a picture, everybody could load it without the form.`;
    return [issueAt(place, { code: 'GatedFileExposed', message, hint: 'Use another picture.' })];
  }
  if (path === null || !folder.files.has(path)) return [missing(folder, use)];
  if (!(PICTURE_ENDINGS as readonly string[]).includes(path.split('.').at(-1)?.toLowerCase() ?? '')) {
    const endings = PICTURE_ENDINGS.map((ending) => `.${ending}`).join(', ');
    return [
      issueAt(place, {
        code: 'WrongFileType',
        message: `"${written}" is no picture. Pictures end in ${endings}.`,
      }),
    ];
  }
  const explanation = explainBytes(written, await folder.readHead(path));
  return explanation ? [issueAt(place, explanation)] : [];
}

function missing({ files, label }: ContentFolder, { path, written, place, fixWith }: PictureUse): Issue {
  const directory = path?.slice(0, path.lastIndexOf('/') + 1) ?? '';
  const neighbours = [...files.keys()]
    .filter((file) => file.startsWith(directory) && !/\.(mdx|yaml|md)$/.test(file))
    .map((file) => file.slice(directory.length));
  const meant = path === null ? undefined : nearest(path.slice(directory.length), neighbours);
  const where =
    path === null ? `"${written}" leads out of the content folder.` : `There is no ${label}/${path}.`;
  return issueAt(place, {
    code: 'PictureMissing',
    message: where,
    ...(meant !== undefined && { hint: `Did you mean "${meant}"?`, fix: fixWith(meant) }),
  });
}

/** Every place of the content that shows a picture of its own. */
export function picturesOf({ site, people, pages, variants, legal }: Sources): PictureUse[] {
  const named = (
    yaml: YamlSource | undefined,
    { directory, path }: { directory: string; path: Path },
  ): PictureUse[] => {
    const written = yaml?.text(path)?.trim();
    if (!yaml || written === undefined || written === '') return [];
    const place = yaml.placeOf(path);
    return [
      { path: resolvePath(directory, written), written, place, fixWith: (name) => yamlLine(path, name) },
    ];
  };
  const inText = (directory: string, { target, place, prop }: Reference): PictureUse => ({
    path: resolvePath(directory, target),
    written: target,
    place,
    fixWith: (name) => prop?.replace('…', name) ?? `![what it shows](./${name})`,
  });
  return [
    ...named(site?.yaml, { directory: '', path: ['brand', 'logo'] }),
    ...named(site?.yaml, { directory: '', path: ['home', 'picture'] }),
    ...[...people.values()].flatMap(({ yaml }) => named(yaml, { directory: 'people', path: ['photo'] })),
    ...[...pages, ...variants].flatMap(({ yaml, id, text }) => [
      ...named(yaml, { directory: id, path: ['cover'] }),
      ...text.pictures.map((use) => inText(id, use)),
    ]),
    ...legal.flatMap(({ text }) => text.pictures.map((use) => inText('', use))),
  ];
}
