import type { MailTemplateId } from '../../../edge/contract/catalogue.ts';
import { isLocale, LOCALES } from '../../../edge/contract/locale.ts';
import type { Locale } from '../../../edge/contract/locale.ts';
import { OTHER_VARIANT_IDS } from '../../../edge/contract/variants.ts';
import type { OtherVariantId } from '../../../edge/contract/variants.ts';
import { IdSchema, toId } from '../../schemas/id-schema.ts';
import { isKind, KIND_NAMES, KINDS } from '../../schemas/kinds.ts';
import type { Kind } from '../../schemas/kinds.ts';
import { MAIL_PLACEHOLDERS } from '../../schemas/mail-placeholders.ts';
import { PICTURE_ENDINGS } from '../../schemas/picture-schema.ts';
import type { Explanation } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';

/** What a file of the content folder is, by its path alone. */
export type FileKind =
  | { readonly kind: 'site' | RulesName }
  | { readonly kind: 'form' | 'person'; readonly id: string }
  | { readonly kind: 'mail'; readonly id: MailTemplateId }
  | { readonly kind: 'page'; readonly entryKind: Kind; readonly slug: string; readonly locale: Locale }
  /** Another version of a landing page. */
  | {
      readonly kind: 'variant';
      readonly slug: string;
      readonly locale: Locale;
      readonly variant: OtherVariantId;
    }
  /** The specification table of the product with this entry id. */
  | { readonly kind: 'specs'; readonly id: string }
  /** Something beside a page: perhaps its gated file. */
  | { readonly kind: 'asset' }
  | { readonly kind: 'picture' | 'ignored' }
  | { readonly kind: 'refused'; readonly explanation: Explanation };

/** The files of `rules/`, by their names without the ending. */
export const RULES = ['channels', 'scoring', 'routing', 'credit'] as const;

export type RulesName = (typeof RULES)[number];

/** Decides what a file is; one that nothing reads comes with the name it probably should have. */
export function classifyFile(path: string): FileKind {
  const [folder = '', ...rest] = path.split('/');
  const name = path.split('/').at(-1) ?? '';
  if (/^README(\..*)?\.md$/i.test(name)) return { kind: 'ignored' };
  if (rest.length === 0) return classifyAtRoot(name);
  if (folder === 'rules') return classifyRules(rest);
  if (folder === 'forms' || folder === 'people' || folder === 'mails') return classifyYaml(folder, rest);
  if (isKind(folder)) return classifyInEntry(folder, rest);
  const meant = nearest(folder, FOLDERS);
  return refused('UnknownFile', {
    message: `Nothing reads the folder "${folder}".`,
    hint:
      meant === undefined
        ? `Folders here: ${FOLDERS.join(', ')}.`
        : `Did you mean "${meant}"? Rename the folder.`,
  });
}

/** The folders of a content folder. */
export const FOLDERS: readonly string[] = [...KINDS, 'forms', 'people', 'mails', 'rules'];

function classifyAtRoot(name: string): FileKind {
  if (name === 'site.yaml') return { kind: 'site' };
  if (isPicture(name)) return { kind: 'picture' };
  const isSite = nearest(name, ['site.yaml', 'site.yml']) !== undefined;
  return refused('UnknownFile', {
    message: `Nothing reads "${name}" here.`,
    hint: isSite
      ? 'Rename it to "site.yaml".'
      : `Beside site.yaml there are pictures and the folders ${FOLDERS.join(', ')}.`,
  });
}

function classifyYaml(folder: 'forms' | 'people' | 'mails', rest: readonly string[]): FileKind {
  const [name = '', ...deeper] = rest;
  if (folder === 'people' && isPicture(name) && deeper.length === 0) return { kind: 'picture' };
  const id = name.replace(/\.[^.]*$/, '');
  if (deeper.length > 0 || !/\.ya?ml$/i.test(name)) {
    const message = `Nothing reads "${rest.join('/')}" in ${folder}/; each file there is <id>.yaml.`;
    return refused('UnknownFile', { message });
  }
  if (!name.endsWith('.yaml')) return refused('UnknownFile', renameTo(name, `${toId(id)}.yaml`));
  if (folder === 'mails') return classifyMail(id, name);
  if (!isId(id)) return refused('InvalidFileName', noId(name, `${toId(id) || 'some-id'}.yaml`));
  return { kind: folder === 'forms' ? 'form' : 'person', id };
}

function classifyRules(rest: readonly string[]): FileKind {
  const name = rest.join('/');
  const found = RULES.find((each) => name === `${each}.yaml`);
  if (found) return { kind: found };
  const files = RULES.map((each) => `${each}.yaml`);
  const ended = name.toLowerCase().replace(/\.[^.]*$/, '.yaml');
  const meant = files.find((file) => file === ended) ?? nearest(ended, files);
  if (meant !== undefined) return refused('UnknownFile', renameTo(name, meant));
  const message = `Nothing reads "${name}" in rules/; there are ${files.slice(0, -1).join(', ')} and ${files.at(-1)}.`;
  return refused('UnknownFile', { message });
}

function classifyMail(id: string, name: string): FileKind {
  if (Object.hasOwn(MAIL_PLACEHOLDERS, id)) return { kind: 'mail', id: id as MailTemplateId };
  const known = Object.keys(MAIL_PLACEHOLDERS);
  const meant = nearest(id, known);
  if (meant !== undefined) return refused('UnknownFile', renameTo(name, `${meant}.yaml`));
  return refused('UnknownFile', {
    message: `There is no mail "${id}". There are ${known.slice(0, -1).join(', ')} and ${known.at(-1)}.`,
  });
}

function classifyInEntry(entryKind: Kind, rest: readonly string[]): FileKind {
  const [slug = '', ...inside] = rest;
  const name = inside.at(-1) ?? slug;
  if (inside.length === 0) {
    const home = toId(slug.replace(/\.[^.]*$/, '')) || 'some-slug';
    return refused('UnknownFile', {
      message: `Each ${KIND_NAMES[entryKind]} has a folder of its own; "${slug}" stands beside them.`,
      hint: `Move it to "${entryKind}/${home}/".`,
    });
  }
  if (entryKind === 'products' && slug === COMPARE) return refused('InvalidFileName', RESERVED);
  if (!isId(slug)) return refused('InvalidFileName', noId(slug, toId(slug) || 'some-slug'));
  if (isPicture(name)) return { kind: 'picture' };
  const base = name.replace(/\.[^.]*$/, '');
  if (name.endsWith('.mdx') && isLocale(base) && inside.length === 1)
    return { kind: 'page', entryKind, slug, locale: base };
  const variant = /^(zh|en)\.([A-Za-z])\.mdx$/.exec(name);
  if (variant && inside.length === 1) return classifyVariant(name, { entryKind, slug });
  if (entryKind === 'products' && inside.length === 1 && /\.ya?ml$/i.test(name))
    return name === 'specs.yaml'
      ? { kind: 'specs', id: `products/${slug}` }
      : refused('UnknownFile', renameTo(name, 'specs.yaml'));
  if (/\.(mdx?|markdown|txt|ya?ml)$/i.test(name)) return refused('UnknownFile', pageNames(name));
  return { kind: 'asset' };
}

function classifyVariant(name: string, { entryKind, slug }: { entryKind: Kind; slug: string }): FileKind {
  const [locale = '', letter = ''] = name.split('.');
  const variant = OTHER_VARIANT_IDS.find((each) => each === letter);
  if (!isLocale(locale)) return refused('UnknownFile', pageNames(name));
  if (entryKind !== 'landing') {
    return refused('UnknownFile', {
      message: `Nothing reads "${name}": landing pages alone have variants, and this is a ${KIND_NAMES[entryKind]}.`,
    });
  }
  if (variant) return { kind: 'variant', slug, locale, variant };
  const meant = OTHER_VARIANT_IDS.find((each) => each === letter.toLowerCase());
  if (meant) return refused('UnknownFile', renameTo(name, `${locale}.${meant}.mdx`));
  return refused('UnknownFile', {
    message: `Nothing reads "${name}": the page itself is ${locale}.mdx, and its variants are ${OTHER_VARIANT_IDS.join(', ')}.`,
    hint: letter.toLowerCase() === 'a' ? `Rename it to "${locale}.mdx".` : undefined,
  });
}

/** The page that puts products side by side, at `/<locale>/products/compare/`. */
const COMPARE = 'compare';

const RESERVED: Omit<Explanation, 'code'> = {
  message: `The address products/${COMPARE} belongs to the page that compares products.`,
  hint: 'Give the folder the name of the product.',
};

function pageNames(name: string): Explanation & { code: 'UnknownFile' } {
  const meant = /^(zh|cn|chinese|中文)/i.test(name) ? 'zh' : /^en/i.test(name) ? 'en' : undefined;
  if (meant) return { code: 'UnknownFile', ...renameTo(name, `${meant}.mdx`) };
  const pages = LOCALES.map((locale) => `${locale}.mdx`).join(' and ');
  return { code: 'UnknownFile', message: `Nothing reads "${name}"; the pages are ${pages}.` };
}

function renameTo(from: string, to: string): Omit<Explanation, 'code'> {
  return { message: `Nothing reads "${from}".`, hint: `Rename it to "${to}".` };
}

function noId(from: string, to: string): Omit<Explanation, 'code'> {
  const message = `"${from}" can’t be an id or an address: use small letters, digits and single hyphens.`;
  return { message, hint: `Rename it to "${to}".` };
}

function refused(code: 'UnknownFile' | 'InvalidFileName', explanation: Omit<Explanation, 'code'>): FileKind {
  return { kind: 'refused', explanation: { ...explanation, code } };
}

function isId(text: string): boolean {
  return IdSchema.safeParse(text).success;
}

function isPicture(name: string): boolean {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return name.includes('.') && (PICTURE_ENDINGS as readonly string[]).includes(ending);
}
