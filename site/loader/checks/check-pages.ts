import { KIND_NAMES } from '../../schemas/kinds.ts';
import type { Issue } from '../issues/issue.ts';
import { issueAt } from '../issues/issue.ts';
import type { PageSource, Sources } from '../sources.ts';
import type { YamlSource } from '../yaml/parse-yaml.ts';
import { unknownReference } from './unknown-reference.ts';

/** Ids in the heads of pages: form, people, roles, industries, related entries. */
export function checkPages(sources: Sources, label: string): Issue[] {
  const known: Known = {
    label,
    forms: [...sources.forms.keys()],
    people: [...sources.people.keys()],
    roles: sources.site ? idsOf(sources.site.yaml, 'roles') : [],
    industries: sources.site ? idsOf(sources.site.yaml, 'industries') : [],
    families: sources.site ? idsOf(sources.site.yaml, 'families') : null,
    entries: [...new Set(sources.pages.map(({ id }) => id))],
  };
  return sources.pages.flatMap((page) => checkPage(page, known));
}

interface Known {
  readonly label: string;
  readonly forms: readonly string[];
  readonly people: readonly string[];
  readonly roles: readonly string[];
  readonly industries: readonly string[];
  /** Null where there is no `site.yaml` to list them. */
  readonly families: readonly string[] | null;
  /** Entry ids. */
  readonly entries: readonly string[];
}

function checkPage(page: PageSource, known: Known): Issue[] {
  const { yaml } = page;
  const { label } = known;
  const person = (key: string): Issue[] =>
    unknownReference({
      yaml,
      path: [key],
      known: known.people,
      code: 'UnknownPerson',
      missing: (id) => `There is no ${label}/people/${id}.yaml.`,
    });
  const listed = (key: 'roles' | 'industries', code: 'UnknownRole' | 'UnknownIndustry'): Issue[] => {
    const ids = known[key];
    if (ids.length === 0) return [];
    const missing = (): string => `${label}/site.yaml does not list it under ${key}.`;
    return pathsOf(yaml, key).flatMap((path) => unknownReference({ yaml, path, known: ids, code, missing }));
  };
  return [
    ...person('author'),
    ...person('owner'),
    ...unknownReference({
      yaml,
      path: ['gate', 'form'],
      known: known.forms,
      code: 'UnknownForm',
      missing: (id) => `There is no ${label}/forms/${id}.yaml.`,
    }),
    ...listed('roles', 'UnknownRole'),
    ...listed('industries', 'UnknownIndustry'),
    ...checkFamily(page, known),
    ...checkProducts(page, known),
    ...checkRelated(page, known),
  ];
}

function checkFamily({ yaml }: PageSource, { families, label }: Known): Issue[] {
  if (!families) return [];
  const missing = (): string => `${label}/site.yaml does not list it under families.`;
  return unknownReference({ yaml, path: ['family'], known: families, code: 'UnknownFamily', missing });
}

function checkProducts({ yaml }: PageSource, { entries, label }: Known): Issue[] {
  const known = slugsOf(entries, 'products');
  const missing = (name: string): string => `There is no ${label}/products/${name}/.`;
  return pathsOf(yaml, 'products').flatMap((path) =>
    unknownReference({ yaml, path, known, code: 'UnknownEntry', missing }),
  );
}

/** A folder name alone means an entry of the page's own kind. */
function checkRelated({ yaml, kind, slug, id }: PageSource, { entries, label }: Known): Issue[] {
  return pathsOf(yaml, 'related').flatMap((path) => {
    const written = yaml.text(path);
    if (written === slug || written === id) {
      const message = `A ${KIND_NAMES[kind]} can’t be related to itself.`;
      return [issueAt(yaml.placeOf(path), { code: 'UnknownEntry', message })];
    }
    const isWhole = written?.includes('/') === true;
    const known = isWhole ? entries : slugsOf(entries, kind);
    const missing = (name: string): string => `There is no ${label}/${isWhole ? name : `${kind}/${name}`}/.`;
    return unknownReference({ yaml, path, known, code: 'UnknownEntry', missing });
  });
}

function slugsOf(entries: readonly string[], kind: string): string[] {
  return entries.flatMap((entry) => (entry.startsWith(`${kind}/`) ? [entry.slice(kind.length + 1)] : []));
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
