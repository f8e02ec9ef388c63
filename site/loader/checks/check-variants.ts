import { LOCALES } from '../../../edge/contract/locale.ts';
import { OTHER_VARIANT_IDS } from '../../../edge/contract/variants.ts';
import { landingVariantSchema, VARIANT_KEYS } from '../../schemas/landing-variant-schema.ts';
import { PictureSchema } from '../../schemas/picture-schema.ts';
import { issueAt } from '../issues/issue.ts';
import type { Issue } from '../issues/issue.ts';
import type { PageSource, Sources, VariantSource } from '../sources.ts';
import { isBlock } from '../yaml/is-block.ts';
import type { Path } from '../yaml/path.ts';
import { pathText, yamlLine } from '../yaml/yaml-text.ts';

/** The other versions of a page stand beside it in every language, and have its facts. */
export function checkVariants({ pages, variants }: Pick<Sources, 'pages' | 'variants'>): Issue[] {
  const entries = Map.groupBy(variants, ({ id }) => id);
  const inFiles = [...entries].flatMap(([id, versions]) => {
    const own = pages.filter((page) => page.id === id);
    return [
      ...missingPage(versions, own),
      ...missingTranslations(versions),
      ...versions.flatMap((version) => {
        const page = own.find(({ locale }) => locale === version.locale);
        return page ? differences(version, page) : [];
      }),
    ];
  });
  return [...inFiles, ...pages.flatMap((page) => checkShares(page, entries.get(page.id) ?? []))];
}

function missingPage(versions: readonly VariantSource[], own: readonly PageSource[]): Issue[] {
  const [first] = versions;
  if (!first || own.length > 0) return [];
  const message = `There is no ${first.locale}.mdx beside this variant.`;
  const hint = 'A variant stands beside the page itself, which keeps the facts: form, dates, people.';
  return [issueAt(topOf(first), { code: 'MissingFile', message, hint })];
}

function missingTranslations(versions: readonly VariantSource[]): Issue[] {
  return [...Map.groupBy(versions, ({ variant }) => variant)].flatMap(([variant, translations]) => {
    const missing = LOCALES.filter((locale) => !translations.some((one) => one.locale === locale));
    return translations.flatMap((there) =>
      missing.map((locale) =>
        issueAt(topOf(there), {
          code: 'MissingTranslation',
          message: `There is no ${locale}.${variant}.mdx beside this variant. A variant is there in both languages.`,
          hint: `Copy ${there.locale}.${variant}.mdx to ${locale}.${variant}.mdx and translate it.`,
        }),
      ),
    );
  });
}

/** Keys that are the page's. */
const FACTS = Object.keys(landingVariantSchema(PictureSchema).shape).filter(
  (key) => !(VARIANT_KEYS as readonly string[]).includes(key),
);

/** What a variant repeats of the page's facts it repeats rightly. */
function differences({ yaml }: VariantSource, page: PageSource): Issue[] {
  if (!isBlock(yaml.data) || page.yaml.data === undefined) return [];
  const { data } = yaml;
  const keys = FACTS.filter((key) => Object.hasOwn(data, key));
  const paths = keys.flatMap((key): Path[] => {
    const [value, own] = [yaml.get([key]), page.yaml.get([key])];
    return isBlock(value) && isBlock(own) ? Object.keys(value).map((inner) => [key, inner]) : [[key]];
  });
  return paths.flatMap((path) => {
    const own = page.yaml.get(path) ?? (path[0] === 'draft' ? false : undefined);
    if (JSON.stringify(yaml.get(path)) === JSON.stringify(own)) return [];
    const said = own === undefined ? 'leaves it out' : `says ${yamlLine(path, own)}`;
    return [
      issueAt(yaml.placeOf(path), {
        code: 'VariantDiffers',
        message: `${pathText(path)} differs from the page itself: ${page.locale}.mdx ${said}.`,
        hint: `Leave it out: a variant has words, pictures and blocks of its own, and the facts of its page.`,
      }),
    ];
  });
}

/** Each version that is there gets its share, and no other. */
function checkShares({ yaml, id }: PageSource, versions: readonly VariantSource[]): Issue[] {
  const shares = yaml.get(['variants']);
  if (!isBlock(shares)) return [];
  const there = [...new Set(versions.map(({ variant }) => variant))].toSorted();
  const unknown = OTHER_VARIANT_IDS.filter((id) => Object.hasOwn(shares, id) && !there.includes(id));
  const forgotten = there.filter((variant) => !Object.hasOwn(shares, variant));
  return [
    ...unknown.map((variant) =>
      issueAt(yaml.placeOfKey(['variants', variant]), {
        code: 'UnknownVariant',
        message: `variants.${variant} is given visitors, but there is no zh.${variant}.mdx in ${id}/.`,
        hint: 'Delete the line, or write the variant.',
      }),
    ),
    ...forgotten.map((variant) =>
      issueAt(yaml.placeOf(['variants']), {
        code: 'MissingKey',
        message: `variants does not say how many visitors see "${variant}".`,
        hint: 'Give it a share, or leave out "variants": then all versions get equal shares.',
        fix: `${variant}: 25`,
      }),
    ),
  ];
}

function topOf({ yaml }: VariantSource): { file: string; line: number; column: number } {
  return { file: yaml.file, line: 1, column: 1 };
}
