import { STAGES } from '../../site/schemas/entry-head.ts';
import { KIND_NAMES, KINDS, type Kind } from '../../site/schemas/kinds.ts';
import { nearest } from '../../site/loader/issues/nearest.ts';
import { PlainError } from '../lib/plain-error.ts';
import type { Choice, ContentFacts, NewEntry } from './new-entry.ts';
import { isSlug, suggestSlug } from './suggest-slug.ts';

/** What `npm run new -- …` was called with. */
export interface Flags {
  readonly kind?: string | undefined;
  readonly 'title-zh'?: string | undefined;
  readonly 'title-en'?: string | undefined;
  readonly slug?: string | undefined;
  readonly industries?: string | undefined;
  readonly roles?: string | undefined;
  readonly stage?: string | undefined;
  readonly family?: string | undefined;
  readonly form?: string | undefined;
  readonly file?: string | undefined;
  readonly 'file-zh'?: string | undefined;
  readonly 'file-en'?: string | undefined;
  readonly lang?: string | undefined;
  readonly yes?: boolean | undefined;
  readonly help?: boolean | undefined;
}

/**
 * What flags say, as far as they do.
 * @throws {PlainError} for a kind that does not exist.
 */
export function givenByFlags(flags: Flags): Partial<NewEntry> {
  const { kind, slug, stage, family, form, industries, roles } = flags;
  const [zh, en] = [flags['title-zh']?.trim(), flags['title-en']?.trim()];
  const fileZh = flags['file-zh'] ?? flags.file ?? flags['file-en'];
  const fileEn = flags['file-en'] ?? flags.file ?? flags['file-zh'];
  return {
    ...(kind !== undefined && { kind: readKind(kind) }),
    ...(zh && en && { title: { zh, en } }),
    ...(slug !== undefined && { slug }),
    ...(industries !== undefined && { industries: listOf(industries) }),
    ...(roles !== undefined && { roles: listOf(roles) }),
    ...(stage !== undefined && { stage }),
    ...(family !== undefined && { family }),
    ...(form !== undefined && { form }),
    ...(fileZh !== undefined && fileEn !== undefined && { files: { zh: fileZh, en: fileEn } }),
  };
}

/**
 * An entry of flags alone; what they leave open is as broad as can be.
 * @throws {PlainError} that says what to write.
 */
export function entryFromFlags(flags: Flags, { facts, day }: { facts: ContentFacts; day: string }): NewEntry {
  const { kind, title, ...given } = givenByFlags(flags);
  if (!kind)
    throw new PlainError(
      `Say what to make: ${KINDS.map(shortName).join(', ')}. All flags: npm run new -- --help`,
    );
  if (!title) throw new PlainError('Give both titles: --title-zh and --title-en.');
  const slug = given.slug ?? suggestSlug(title.en);
  if (!isSlug(slug, kind))
    throw new PlainError(
      `"${slug}" can’t be the name of a folder here. Use --slug with small letters, digits and hyphens.`,
    );
  const family = kind === 'products' ? (given.family ?? facts.families[0]?.id) : undefined;
  if (kind === 'products' && family === undefined)
    throw new PlainError('A product belongs to a family: list one under families in site.yaml first.');
  return {
    day,
    ...given,
    kind,
    title,
    slug,
    family: family && known(family, { among: facts.families, flag: 'family' }),
    stage: known(given.stage ?? STAGES[0], { among: STAGES.map(asChoice), flag: 'stage' }),
    roles: idsOf(given.roles, { among: facts.roles, flag: 'roles' }),
    industries: idsOf(given.industries, { among: facts.industries, flag: 'industries' }),
    form: given.form && known(given.form, { among: facts.forms.map(asChoice), flag: 'form' }),
  };
}

function readKind(name: string): Kind {
  const found = KINDS.find((kind) => kind === name || shortName(kind) === name);
  if (found) return found;
  const names = KINDS.map(shortName);
  const meant = nearest(name, names);
  throw new PlainError(
    `There is no kind "${name}". ${meant ? `Did you mean "${meant}"?` : `Kinds: ${names.join(', ')}.`}`,
  );
}

/** `whitepaper` and `landing`, as people say it. */
function shortName(kind: Kind): string {
  return kind === 'landing' ? kind : KIND_NAMES[kind].replace(' ', '');
}

interface Among {
  readonly among: readonly Pick<Choice, 'id'>[];
  readonly flag: string;
}

function idsOf(ids: readonly string[] | undefined, { among, flag }: Among): string[] {
  return ids ? ids.map((id) => known(id, { among, flag })) : among.map(({ id }) => id);
}

function known(id: string, { among, flag }: Among): string {
  const ids = among.map((one) => one.id);
  if (ids.includes(id)) return id;
  const meant = nearest(id, ids);
  throw new PlainError(
    `--${flag} "${id}" does not exist. ${meant ? `Did you mean "${meant}"?` : `There are ${ids.join(', ')}.`}`,
  );
}

function asChoice(id: string): Pick<Choice, 'id'> {
  return { id };
}

function listOf(text: string): string[] {
  return text.split(/[,，、\s]+/).filter((id) => id !== '');
}
