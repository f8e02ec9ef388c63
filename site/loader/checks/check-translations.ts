import { OTHER_VARIANT_IDS } from '../../../edge/contract/variants.ts';
import { LOCALES } from '../../../edge/contract/locale.ts';
import { issueAt } from '../issues/issue.ts';
import type { Issue, Place } from '../issues/issue.ts';
import type { PageSource } from '../sources.ts';
import type { Path } from '../yaml/path.ts';
import { pathText, yamlLine } from '../yaml/yaml-text.ts';

/**
 * Each entry exists in every language, and what does not depend on the language is the same in all. A value that
 * `known` issues already speak of is not told to differ, too.
 */
export function checkTranslations(pages: readonly PageSource[], known: readonly Issue[]): Issue[] {
  const told = new Set(known.map(placeKey));
  const entries = Map.groupBy(pages, ({ id }) => id);
  return [...entries.values()].flatMap((translations) => {
    const [first, ...others] = translations;
    if (!first) return [];
    return [
      ...missingPages(translations, first),
      ...others.flatMap((other) => differences(first, { other, told })),
    ];
  });
}

function missingPages(translations: readonly PageSource[], first: PageSource): Issue[] {
  const missing = LOCALES.filter((locale) => !translations.some((page) => page.locale === locale));
  return missing.map((locale) => {
    const there = `${first.locale}.mdx`;
    return issueAt(
      { file: first.yaml.file, line: 1, column: 1 },
      {
        code: 'MissingTranslation',
        message: `There is no ${locale}.mdx beside this page. Every entry is there in both languages.`,
        hint: `Copy ${there} to ${locale}.mdx and translate it.`,
      },
    );
  });
}

const SHARED: readonly Path[] = [
  ['draft'],
  ['published'],
  ['expires'],
  ['successor'],
  ['author'],
  ['owner'],
  ['roles'],
  ['stage'],
  ['industries'],
  ['related'],
  ['name'],
  ['family'],
  ['products'],
  ['gate', 'form'],
  ['event', 'starts'],
  ['event', 'ends'],
  ['event', 'zone'],
  ...OTHER_VARIANT_IDS.map((id) => ['variants', id]),
];

/** Its name may differ, but a form stands before a file in all languages or in none. */
const FILE: Path = ['gate', 'file'];

function differences(
  first: PageSource,
  { other, told }: { other: PageSource; told: ReadonlySet<string> },
): Issue[] {
  if (first.yaml.data === undefined || other.yaml.data === undefined) return [];
  const shared = SHARED.flatMap((path) => {
    if (isTold(first, { path, told }) || isTold(other, { path, told })) return [];
    const [expected, found] = [valueAt(first, path), valueAt(other, path)];
    if (JSON.stringify(sorted(expected)) === JSON.stringify(sorted(found))) return [];
    const said = expected === undefined ? 'leaves it out' : `says ${yamlLine(path, expected)}`;
    const message = `${pathText(path)} differs between the languages: ${first.locale}.mdx ${said}.`;
    const hint = 'Make both say the same.';
    return [issueAt(other.yaml.placeOf(path), { code: 'TranslationsDiffer', message, hint })];
  });
  return [...shared, ...fileDifference(first, { other, told })];
}

function fileDifference(
  first: PageSource,
  { other, told }: { other: PageSource; told: ReadonlySet<string> },
): Issue[] {
  if (isTold(first, { path: FILE, told }) || isTold(other, { path: FILE, told })) return [];
  const gates = [first, other].map(({ yaml }) => yaml.get(['gate']));
  const names = [first, other].map(({ yaml }) => yaml.text(FILE));
  if (gates.includes(undefined) || (names[0] === undefined) === (names[1] === undefined)) return [];
  const said = names[0] === undefined ? 'leaves it out' : `says ${yamlLine(FILE, names[0])}`;
  const message = `gate.file differs between the languages: ${first.locale}.mdx ${said}.`;
  const hint = 'Name a file in both, or in none.';
  return [issueAt(other.yaml.placeOf(FILE), { code: 'TranslationsDiffer', message, hint })];
}

/** What is left out counts as its default. */
function valueAt({ yaml }: PageSource, path: Path): unknown {
  return yaml.get(path) ?? (path[0] === 'draft' ? false : undefined);
}

function isTold({ yaml }: PageSource, { path, told }: { path: Path; told: ReadonlySet<string> }): boolean {
  const value = yaml.get(path);
  const items = Array.isArray(value) ? value.map((_, index) => [...path, index]) : [];
  return [path, ...items].some((each) => told.has(placeKey(yaml.placeOf(each))));
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? value.toSorted() : value;
}

function placeKey({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
