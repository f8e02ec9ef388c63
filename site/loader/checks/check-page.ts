import type { Issue } from '../issues/issue.ts';
import { issueAt } from '../issues/issue.ts';
import type { PageSource, Sources } from '../sources.ts';
import type { YamlSource } from '../yaml/parse-yaml.ts';
import { unknownReference } from './unknown-reference.ts';

/** Ids in the head of a page: form, people, roles, industries, related papers. */
export function checkPage(
  page: PageSource,
  { sources, label }: { sources: Sources; label: string },
): Issue[] {
  const { yaml } = page;
  const { forms, people, site, pages } = sources;
  const person = (key: string): Issue[] =>
    unknownReference({
      yaml,
      path: [key],
      known: people.keys(),
      code: 'UnknownPerson',
      missing: (id) => `There is no ${label}/people/${id}.yaml.`,
    });
  const listed = (key: 'roles' | 'industries', code: 'UnknownRole' | 'UnknownIndustry'): Issue[] => {
    const known = site ? idsOf(site.yaml, key) : [];
    if (known.length === 0) return [];
    const missing = (): string => `${label}/site.yaml does not list it under ${key}.`;
    return pathsOf(yaml, key).flatMap((path) => unknownReference({ yaml, path, known, code, missing }));
  };
  return [
    ...person('author'),
    ...person('owner'),
    ...unknownReference({
      yaml,
      path: ['gate', 'form'],
      known: forms.keys(),
      code: 'UnknownForm',
      missing: (id) => `There is no ${label}/forms/${id}.yaml.`,
    }),
    ...listed('roles', 'UnknownRole'),
    ...listed('industries', 'UnknownIndustry'),
    ...checkRelated(page, { slugs: new Set(pages.map(({ slug }) => slug)), label }),
  ];
}

function checkRelated(
  { yaml, slug }: PageSource,
  { slugs, label }: { slugs: Set<string>; label: string },
): Issue[] {
  return pathsOf(yaml, 'related').flatMap((path) => {
    if (yaml.text(path) === slug) {
      const message = 'A white paper can’t be related to itself.';
      return [issueAt(yaml.placeOf(path), { code: 'UnknownEntry', message })];
    }
    const missing = (id: string): string => `There is no ${label}/whitepapers/${id}/.`;
    return unknownReference({ yaml, path, known: slugs, code: 'UnknownEntry', missing });
  });
}

function pathsOf(yaml: YamlSource, key: string) {
  const list = yaml.get([key]);
  return Array.isArray(list) ? list.map((_, index) => [key, index]) : [];
}

function idsOf(yaml: YamlSource, key: string): string[] {
  const list = yaml.get([key]);
  if (!Array.isArray(list)) return [];
  return list.flatMap((_, index) => yaml.text([key, index, 'id']) ?? []);
}
