import type * as z from 'zod';
import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import { explainSchemaIssue } from './explain-schema-issue.ts';
import type { YamlSource } from './parse-yaml.ts';

type Validated<T> =
  | { readonly value: T; readonly issues: readonly Issue[] }
  | { readonly value: null; readonly issues: readonly Issue[] };

/** Checks the data of a YAML source against `schema`; each problem comes at its place, one per path. */
export function validate<S extends z.ZodType>(source: YamlSource, schema: S): Validated<z.output<S>> {
  if (source.data === undefined) return { value: null, issues: source.issues };
  const data = source.data ?? {};
  const result = schema.safeParse(data, { reportInput: true });
  if (result.success) return { value: result.data, issues: source.issues };
  const findings = result.error.issues.flatMap((issue) =>
    explainSchemaIssue(issue, { schema, source, data }),
  );
  const misspelt = new Set(findings.flatMap(({ replaces }) => (replaces === undefined ? [] : [replaces])));
  const seen = new Set<string>();
  const told = findings.filter(({ path }) => {
    if (seen.has(path)) return false;
    seen.add(path);
    return !misspelt.has(path);
  });
  return {
    value: null,
    issues: [...source.issues, ...told.map(({ place, explanation }) => issueAt(place, explanation))],
  };
}
