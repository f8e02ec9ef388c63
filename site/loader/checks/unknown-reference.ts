import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import type { IssueCode } from '../issues/issue-codes.ts';
import { nearest } from '../issues/nearest.ts';
import type { YamlSource } from '../yaml/parse-yaml.ts';
import type { Path } from '../yaml/path.ts';
import { pathText, yamlLine } from '../yaml/yaml-text.ts';

interface Reference {
  readonly yaml: YamlSource;
  readonly path: Path;
  readonly known: readonly string[];
  readonly code: IssueCode;
  /** Where the named thing would be, e.g. `There is no content/forms/whitepapr.yaml.` */
  readonly missing: (id: string) => string;
}

/** An issue when the id at `path` is not one of `known`; values that are no text are the schema's business. */
export function unknownReference({ yaml, path, known, code, missing }: Reference): Issue[] {
  const id = yaml.text(path)?.trim();
  if (id === undefined || id === '' || known.includes(id)) return [];
  // Of a list item the hint says it all.
  const isItem = typeof path.at(-1) === 'number';
  const meant = nearest(id, known);
  const others = known.length > 0 && known.length <= 20 ? `Known: ${known.join(', ')}.` : undefined;
  return [
    issueAt(yaml.placeOf(path), {
      code,
      message: `${pathText(path)} is "${id}". ${missing(id)}`,
      ...(meant === undefined
        ? { hint: others }
        : { hint: `Did you mean "${meant}"?`, fix: isItem ? undefined : yamlLine(path, meant) }),
    }),
  ];
}
