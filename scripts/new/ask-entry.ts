import { existsSync } from 'node:fs';
import { confirm, isCancel, multiselect, select, text } from '@clack/prompts';
import type { Locale } from '../../edge/contract/locale.ts';
import { STAGES } from '../../site/schemas/entry-head.ts';
import { type Kind, KINDS } from '../../site/schemas/kinds.ts';
import { PlainError } from '../lib/plain-error.ts';
import { needsFile, needsGate } from './compose-entry.ts';
import type { Choice, ContentFacts, NewEntry } from './new-entry.ts';
import type { NewTexts } from './new-texts.ts';
import { isSlug, suggestSlug } from './suggest-slug.ts';

interface Asking {
  readonly facts: ContentFacts;
  readonly locale: Locale;
  readonly texts: NewTexts;
  readonly day: string;
  /** What flags have said already is not asked. */
  readonly given: Partial<NewEntry>;
}

/**
 * Asks a person at the terminal what flags left open.
 * @throws {PlainError} when they give up.
 */
export async function askEntry(asking: Asking): Promise<NewEntry> {
  const { facts, locale, texts, day, given } = asking;
  const answer = answerOr(texts('cancelled'));
  const line = async (message: string): Promise<string> => {
    const validate = (value: string | undefined) => (value?.trim() ? undefined : texts('required'));
    return (await answer(text({ message, validate }))).trim();
  };
  const options = (choices: readonly Choice[]) =>
    choices.map(({ id, label }) => ({ value: id, label: label[locale], hint: id }));
  const several = (message: string, choices: readonly Choice[]) =>
    answer(multiselect({ message, options: options(choices), required: true }));

  const kinds = KINDS.map((value) => ({ value, label: texts(value) }));
  const kind = given.kind ?? (await answer(select({ message: texts('kind'), options: kinds })));
  const title = given.title ?? { zh: await line(texts('titleZh')), en: await line(texts('titleEn')) };
  const slug = given.slug ?? (await askSlug(kind, { ...asking, title: title.en }));
  const industries = given.industries ?? (await several(texts('industries'), facts.industries));
  const roles = given.roles ?? (await several(texts('roles'), facts.roles));
  const stages = STAGES.map((value) => ({ value, label: texts(value), hint: value }));
  const stage = given.stage ?? (await answer(select({ message: texts('stage'), options: stages })));
  const families = { message: texts('family'), options: options(facts.families) };
  const family = kind === 'products' ? (given.family ?? (await answer(select(families)))) : undefined;
  const gate = kind === 'articles' ? {} : await askGate(kind, asking);
  return {
    kind,
    title,
    slug,
    industries,
    roles,
    stage,
    family,
    day,
    description: given.description,
    ...gate,
  };
}

function askSlug(
  kind: Kind,
  { facts, locale, texts, title }: Asking & { readonly title: string },
): Promise<string> {
  return answerOr(texts('cancelled'))(
    text({
      message: `${texts('slug')}: /${locale}/${kind}/…/`,
      initialValue: suggestSlug(title),
      validate: (value = '') => {
        if (!isSlug(value, kind)) return texts('badSlug');
        return facts.entries.includes(`${kind}/${value}`) ? texts('taken') : undefined;
      },
    }),
  );
}

async function askGate(
  kind: Kind,
  { facts, texts, given }: Asking,
): Promise<Pick<NewEntry, 'form' | 'files'>> {
  const answer = answerOr(texts('cancelled'));
  const isWanted =
    needsGate(kind) ||
    given.form !== undefined ||
    given.files !== undefined ||
    (await answer(confirm({ message: texts('isGated'), initialValue: kind === 'products' })));
  if (!isWanted) return {};
  const forms = facts.forms.map((value) => ({ value, label: value }));
  const form = given.form ?? (await answer(select({ message: texts('form'), options: forms })));
  if (given.files) return { form, files: given.files };
  const validate = (value: string | undefined) =>
    value?.trim() && !existsSync(value.trim()) ? texts('noFile') : undefined;
  const path = (
    await answer(text({ message: texts(needsFile(kind) ? 'file' : 'anyFile'), defaultValue: '', validate }))
  ).trim();
  return { form, ...(path !== '' && { files: { zh: path, en: path } }) };
}

/** Ctrl+C and Esc end the questions. */
function answerOr(cancelled: string) {
  return async <Answer>(asked: Promise<Answer>): Promise<Exclude<Answer, symbol>> => {
    const value = await asked;
    if (isCancel(value)) throw new PlainError(cancelled);
    return value as Exclude<Answer, symbol>;
  };
}
