import type { ContentFolder } from '../folder/content-folder.ts';
import { explainBytes } from '../folder/explain-bytes.ts';
import { issueAt } from '../issues/issue.ts';
import type { Explanation, Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { Sources } from '../sources.ts';
import { resolvePath } from './resolve-path.ts';

type Shown = Pick<Sources, 'pages' | 'variants'>;

/** Paths of the films that pages show, in the content folder. */
export function mediaPaths({ pages, variants }: Shown): string[] {
  return [...pages, ...variants].flatMap(({ id, text }) =>
    text.media.flatMap(({ target }) => resolvePath(id, target) ?? []),
  );
}

/** Every film lies beside its page, is one, and stands behind no gate. */
export async function checkMedia(
  folder: ContentFolder,
  { sources, gated }: { sources: Shown; gated: ReadonlySet<string> },
): Promise<Issue[]> {
  const uses = [...sources.pages, ...sources.variants].flatMap(({ id, text }) =>
    text.media.map(({ target, place }) => ({ path: resolvePath(id, target) ?? '', target, place })),
  );
  const issues = await Promise.all(
    uses.map(async ({ path, target, place }) => {
      const explanation = await explain(folder, { path, target, gated });
      return explanation ? [issueAt(place, explanation)] : [];
    }),
  );
  return issues.flat();
}

async function explain(
  folder: ContentFolder,
  { path, target, gated }: { path: string; target: string; gated: ReadonlySet<string> },
): Promise<Explanation | undefined> {
  if (gated.has(path)) {
    const message = `"${target}" is a gated file: shown as a film, everybody could load it without the form.`;
    return { code: 'GatedFileExposed', message, hint: 'Use another file.' };
  }
  if (folder.files.has(path)) return explainBytes(target, await folder.readHead(path));
  const directory = path.slice(0, path.lastIndexOf('/') + 1);
  const neighbours = [...folder.files.keys()]
    .filter((file) => file.startsWith(directory))
    .map((file) => file.slice(directory.length));
  const meant = nearest(
    target,
    neighbours.filter((name) => /\.(mp4|webm)$/i.test(name)),
  );
  return {
    code: 'MediaMissing',
    message: `There is no ${folder.label}/${path}.`,
    hint: meant === undefined ? 'Put the film beside this page.' : `Did you mean "${meant}"?`,
  };
}
