import type { Path } from '../yaml/path.ts';
import type { YamlSource } from '../yaml/parse-yaml.ts';

/** The list at `path`; an empty one where there is none. */
export function listAt(yaml: YamlSource, path: Path): readonly unknown[] {
  const value = yaml.get(path);
  return Array.isArray(value) ? value : [];
}
