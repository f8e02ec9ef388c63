import type { CatalogueEntry } from '../../contract/catalogue.ts';
import { FIELD_ERRORS } from '../../contract/field-errors.ts';
import type { Form } from '../../contract/form.ts';
import type { Locale } from '../../contract/locale.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Answers } from '../../contract/registration.ts';
import { runningVariant, type VariantId } from '../../contract/variants.ts';
import type { Known } from '../known-of.ts';
import type { QuarantineReason } from '../ports/pool.ts';
import { Refusal } from '../refusal.ts';
import type { AnswersParser, Identity } from './parse-answers.ts';
import type { Submission } from './parse-submission.ts';

/** A submission that passed every check: what is to be stored, still readable. */
export interface Registration {
  readonly form: Form;
  readonly entry: CatalogueEntry;
  readonly locale: Locale;
  readonly answers: Answers;
  readonly identities: readonly Identity[];
  /** Ids of the purposes agreed to. */
  readonly granted: ReadonlySet<string>;
  /** Of those, the ones agreed to in an earlier registration, and in which. */
  readonly agreedBefore: ReadonlyMap<string, string>;
  /** The version of the page that held the form; null where nothing is tried. */
  readonly variant: VariantId | null;
  /** Why it is to be held back. */
  readonly quarantine: QuarantineReason | null;
  /** Equal for the same person saying the same thing, whatever the circumstances. */
  readonly canonical: string;
}

/** @throws {Refusal} `invalid_answers` with every error of every field, in the visitor's language */
export function parseRegistration(
  submission: Submission,
  { form, entry, parseAnswers, known, isRobot }: Circumstances,
): Registration {
  const { locale, consents } = submission;
  const given = known ? completed(submission.answers, known.answers) : submission.answers;
  const { answers, identities, errors } = parseAnswers(given, locale);
  const agreedBefore = new Map([...(known?.agreed ?? [])].filter(([id]) => !Object.hasOwn(consents, id)));
  const granted = new Set(
    form.consents.map(({ id }) => id).filter((id) => isGranted(consents, id) || agreedBefore.has(id)),
  );
  const refused = form.consents.filter(({ id, required }) => required && !granted.has(id));
  if (errors.length > 0 || refused.length > 0) {
    const fieldErrors = [...errors, ...refused.map(({ id }) => consentError(id, locale))];
    throw new Refusal('invalid_answers', { fieldErrors });
  }
  return {
    form,
    entry,
    locale,
    answers,
    identities,
    granted,
    agreedBefore,
    variant: runningVariant(submission.variant, entry.variants),
    quarantine: suspicionOf(submission, { form, known, isRobot }),
    canonical: [form.id, entry.id, locale, ...granted, JSON.stringify(answers)].join('\n'),
  };
}

interface Circumstances {
  readonly form: Form;
  readonly entry: CatalogueEntry;
  readonly parseAnswers: AnswersParser;
  /** Null where nothing is known of the visitor. */
  readonly known: Known | null;
  /** The browser says that it is none of a person. */
  readonly isRobot: boolean;
}

/** What is entered wins over what was known, unless it is empty. */
function completed(entered: Readonly<Record<string, unknown>>, known: Answers): Record<string, unknown> {
  const said = Object.entries(entered).filter(([, value]) => !isEmpty(value));
  return { ...known, ...Object.fromEntries(said) };
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function isGranted(consents: Readonly<Record<string, unknown>>, id: string): boolean {
  return Object.hasOwn(consents, id) && consents[id] === true;
}

function consentError(id: string, locale: Locale): FieldError {
  return {
    field: `consents.${id}`,
    code: 'consent_required',
    message: FIELD_ERRORS.consent_required[locale],
  };
}

/** Who is known may be as quick as they like. */
function suspicionOf(
  { website, elapsedMs }: Submission,
  { form, known, isRobot }: Pick<Circumstances, 'form' | 'known' | 'isRobot'>,
): QuarantineReason | null {
  if (website) return 'honeypot';
  if (isRobot) return 'robot';
  if (known) return known.held;
  return elapsedMs !== undefined && elapsedMs < form.minSeconds * 1000 ? 'too_fast' : null;
}
