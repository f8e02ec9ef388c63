import type { Form } from '../contract/form.ts';
import type { Locale } from '../contract/locale.ts';
import type { Answers } from '../contract/registration.ts';
import type { App } from './exchange.ts';
import type { Visitor } from './open-visitor.ts';
import type { QuarantineReason } from './ports/pool.ts';

/** What an earlier registration spares its visitor on a form. */
export interface Known {
  /** What the form takes of the answers given then. */
  readonly answers: Answers;
  /** Purposes agreed to under the very text of now, each with the registration in which that was. */
  readonly agreed: ReadonlyMap<string, string>;
  /** Why that registration is held back, if it is. */
  readonly held: QuarantineReason | null;
}

export function knownOf(
  { registration, answers }: Visitor,
  { form, locale, app }: { form: Form; locale: Locale; app: Pick<App, 'answersParsers' | 'recordConsents'> },
): Known {
  const lasting = form.fields.filter(
    ({ name, type, ask }) => ask !== 'always' && type !== 'hidden' && Object.hasOwn(answers, name),
  );
  const given = Object.fromEntries(lasting.map(({ name }) => [name, answers[name]!]));
  // Another form may have asked something else by the same name.
  const { answers: taken } = app.answersParsers.get(form.id)!(given, locale);
  const { id, status, reason, consents } = registration;
  return {
    answers: Object.fromEntries(Object.entries(taken).filter(([name]) => Object.hasOwn(given, name))),
    agreed: new Map(
      app.recordConsents(form, { granted: NOTHING, locale }).flatMap(({ purpose, textHash }) => {
        const proof = consents.find((one) => one.purpose === purpose && one.textHash === textHash);
        return proof?.granted ? [[purpose, proof.from ?? id] as const] : [];
      }),
    ),
    held: status === 'quarantined' ? reason : null,
  };
}

const NOTHING: ReadonlySet<string> = new Set();
