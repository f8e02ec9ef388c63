import { DEFAULT_LINE } from '../../../edge/contract/lead/lead-event.ts';
import { minutesOf } from '../../schemas/time-of-day-schema.ts';
import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import type { IssueCode } from '../issues/issue-codes.ts';
import { nearest } from '../issues/nearest.ts';
import type { Sources } from '../sources.ts';
import { isBlock } from '../yaml/is-block.ts';
import type { YamlSource } from '../yaml/parse-yaml.ts';
import type { Path } from '../yaml/path.ts';
import { pathText } from '../yaml/yaml-text.ts';
import { duplicates } from './duplicates.ts';
import { listAt } from './list-at.ts';
import { unknownReference } from './unknown-reference.ts';

type RuleSources = Pick<Sources, 'site' | 'forms' | 'people' | 'scoring' | 'routing' | 'credit'>;

/** What the rules for leads name, and what binds several parts of them. */
export function checkLeadRules(sources: RuleSources, label: string): Issue[] {
  const { people, scoring, routing, credit } = sources;
  const known = knownNames(sources, label);
  const files = [scoring, routing, credit, ...people.values()].filter((source) => source !== null);
  return [
    ...files.flatMap(({ yaml }) => checkNames(yaml, { path: [], known })),
    ...(scoring
      ? checkIds(scoring.yaml, [
          ['fit', 'rules'],
          ['engagement', 'rules'],
        ])
      : []),
    ...(routing ? checkIds(routing.yaml, [['calendars'], ['territories'], ['rules']]) : []),
    ...[scoring, routing].flatMap((source) =>
      source ? duplicates(source.yaml, pathsOf(source.yaml, { list: ['examples'], key: 'name' })) : [],
    ),
    ...(routing ? checkHours(routing.yaml) : []),
    ...[...people].flatMap(([id, { yaml }]) => checkSuccessor(id, yaml)),
  ];
}

interface Names {
  /** Null where the file that lists them is not there, or lists none. */
  readonly known: readonly string[] | null;
  readonly code: IssueCode;
  readonly missing: (name: string) => string;
}

type NameKind = 'person' | 'form' | 'industry' | 'family' | 'territory' | 'calendar' | 'queue' | 'field';

function knownNames(
  { site, forms, people, routing }: RuleSources,
  label: string,
): Readonly<Record<NameKind, Names>> {
  const territories = routing ? idsIn(routing.yaml, ['territories']) : [];
  const families = site ? idsIn(site.yaml, ['families']) : [];
  const fields = [...forms.values()].flatMap(({ yaml }) =>
    listAt(yaml, ['fields']).flatMap((_, index) => yaml.text(['fields', index, 'name']) ?? []),
  );
  const ofSite = (key: string) => (): string => `${label}/site.yaml does not list it under ${key}.`;
  const territory = {
    code: 'UnknownTerritory',
    missing: () => `${label}/rules/routing.yaml does not list it under territories.`,
  } as const;
  return {
    person: {
      known: [...people.keys()],
      code: 'UnknownPerson',
      missing: (id) => `There is no ${label}/people/${id}.yaml.`,
    },
    form: {
      known: [...forms.keys()],
      code: 'UnknownForm',
      missing: (id) => `There is no ${label}/forms/${id}.yaml.`,
    },
    industry: {
      known: site && idsIn(site.yaml, ['industries']),
      code: 'UnknownIndustry',
      missing: ofSite('industries'),
    },
    family: {
      known: site && [...families, DEFAULT_LINE],
      code: 'UnknownFamily',
      missing: ofSite('families'),
    },
    territory: { known: territories, ...territory },
    calendar: {
      known: routing ? idsIn(routing.yaml, ['calendars']) : [],
      code: 'UnknownCalendar',
      missing: () => `${label}/rules/routing.yaml does not list it under calendars.`,
    },
    queue: { known: [...territories, DEFAULT_LINE], ...territory },
    field: {
      known: fields.length > 0 ? [...new Set(fields)] : null,
      code: 'UnknownField',
      missing: () => 'No form asks for it.',
    },
  };
}

/** Under which key what is named: by one text, by the items of a list, or by the keys of a block. */
const NAMED: Readonly<Record<string, { readonly kind: NameKind; readonly by: 'text' | 'list' | 'keys' }>> = {
  form: { kind: 'form', by: 'list' },
  forms: { kind: 'form', by: 'list' },
  industry: { kind: 'industry', by: 'list' },
  industries: { kind: 'industry', by: 'list' },
  families: { kind: 'family', by: 'list' },
  territories: { kind: 'territory', by: 'list' },
  to: { kind: 'person', by: 'list' },
  answered: { kind: 'field', by: 'list' },
  answers: { kind: 'field', by: 'keys' },
  open: { kind: 'person', by: 'keys' },
  calendar: { kind: 'calendar', by: 'text' },
  keeper: { kind: 'person', by: 'text' },
  owner: { kind: 'person', by: 'text' },
  reportsTo: { kind: 'person', by: 'text' },
  successor: { kind: 'person', by: 'text' },
  queue: { kind: 'queue', by: 'text' },
  roleField: { kind: 'field', by: 'text' },
};

interface Checking {
  readonly path: Path;
  readonly known: Readonly<Record<NameKind, Names>>;
}

/** Conditions and examples stand in many places, and say the same by the same key everywhere. */
function checkNames(yaml: YamlSource, { path, known }: Checking): Issue[] {
  const value = yaml.get(path);
  if (Array.isArray(value))
    return value.flatMap((_, index) => checkNames(yaml, { path: [...path, index], known }));
  if (!isBlock(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const at = [...path, key];
    return [...checkKey(yaml, { path: at, known }), ...checkNames(yaml, { path: at, known })];
  });
}

function checkKey(yaml: YamlSource, { path, known }: Checking): Issue[] {
  const key = String(path.at(-1));
  // A family stands in a list in conditions, and alone in examples.
  const named = key === 'family' ? familyAt(yaml, path) : Object.hasOwn(NAMED, key) ? NAMED[key] : undefined;
  if (!named) return [];
  const { known: names, code, missing } = known[named.kind];
  if (!names) return [];
  if (named.by === 'text') return unknownReference({ yaml, path, known: names, code, missing });
  if (named.by === 'list')
    return listAt(yaml, path).flatMap((_, index) =>
      unknownReference({ yaml, path: [...path, index], known: names, code, missing }),
    );
  const block = yaml.get(path);
  if (!isBlock(block)) return [];
  return Object.keys(block).flatMap((name) => {
    if (names.includes(name)) return [];
    const meant = nearest(name, names);
    return [
      issueAt(yaml.placeOfKey([...path, name]), {
        code,
        message: `${pathText(path)} names "${name}". ${missing(name)}`,
        hint: meant === undefined ? `Known: ${names.slice(0, 20).join(', ')}.` : `Did you mean "${meant}"?`,
      }),
    ];
  });
}

function familyAt(yaml: YamlSource, path: Path) {
  return { kind: 'family', by: Array.isArray(yaml.get(path)) ? 'list' : 'text' } as const;
}

function checkIds(yaml: YamlSource, lists: readonly Path[]): Issue[] {
  return lists.flatMap((list) => duplicates(yaml, pathsOf(yaml, { list, key: 'id' })));
}

function checkHours(yaml: YamlSource): Issue[] {
  return pathsOf(yaml, { list: ['calendars'], key: 'to' }).flatMap((path) => {
    const from = minutesOf(yaml.text([...path.slice(0, -1), 'from']) ?? '9:00');
    const to = minutesOf(yaml.text(path) ?? '18:00');
    if (from === undefined || to === undefined || from < to) return [];
    const message = `${pathText(path)} is not later than from: nobody would ever work.`;
    return [issueAt(yaml.placeOf(path), { code: 'InvalidValue', message })];
  });
}

function checkSuccessor(id: string, yaml: YamlSource): Issue[] {
  if (yaml.text(['successor'])?.trim() !== id) return [];
  const message = 'successor is this person. Name somebody else.';
  return [issueAt(yaml.placeOf(['successor']), { code: 'UnknownPerson', message })];
}

function idsIn(yaml: YamlSource, list: Path): string[] {
  return pathsOf(yaml, { list, key: 'id' }).flatMap((path) => yaml.text(path) ?? []);
}

function pathsOf(yaml: YamlSource, { list, key }: { list: Path; key: string }): Path[] {
  return listAt(yaml, list).map((_, index) => [...list, index, key]);
}
