import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import type { IssueCode } from '../issues/issue-codes.ts';
import { nearest } from '../issues/nearest.ts';
import type { Path, YamlSource } from '../yaml/parse-yaml.ts';
import { pathText, yamlLine } from '../yaml/yaml-text.ts';

interface Reference {
  readonly yaml: YamlSource;
  readonly path: Path;
  readonly known: Iterable<string>;
  readonly code: IssueCode;
  /** Where the named thing would be, e.g. `There is no content/forms/whitepapr.yaml.` */
  readonly missing: (id: string) => string;
}

/** An issue when the id at `path` is not one of `known`; values that are no text are the schema's business. */
export function unknownReference({ yaml, path, known, code, missing }: Reference): Issue[] {
  const id = yaml.text(path)?.trim();
  const ids = [...known];
  if (id === undefined || id === '' || ids.includes(id)) return [];
  const meant = nearest(id, ids);
  const others = ids.length > 0 && ids.length <= 20 ? `There are ${ids.join(', ')}.` : undefined;
  return [
    issueAt(yaml.placeOf(path), {
      code,
      message: `${pathText(path)} is "${id}". ${missing(id)}`,
      ...(meant === undefined
        ? { hint: others }
        : { hint: `Did you mean "${meant}"?`, fix: yamlLine(path, meant) }),
    }),
  ];
}
