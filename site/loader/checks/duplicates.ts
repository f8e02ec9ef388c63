import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import type { Path } from '../yaml/path.ts';
import type { YamlSource } from '../yaml/parse-yaml.ts';
import { pathText } from '../yaml/yaml-text.ts';

/** The texts at `paths` must differ. */
export function duplicates(yaml: YamlSource, paths: readonly Path[]): Issue[] {
  const seen = new Map<string, Path>();
  return paths.flatMap((path) => {
    const text = yaml.text(path)?.trim();
    if (text === undefined || text === '') return [];
    const first = seen.get(text);
    if (!first) {
      seen.set(text, path);
      return [];
    }
    const message = `${pathText(path)} is "${text}", as ${pathText(first)} on line ${yaml.placeOf(first).line}. They must differ.`;
    return [issueAt(yaml.placeOf(path), { code: 'DuplicateName', message })];
  });
}
