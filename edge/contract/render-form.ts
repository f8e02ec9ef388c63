import { escapeHtml } from './fill-template.ts';
import { FORM_TEXTS } from './form-texts.ts';
import type { ConsentPurpose, Field, Form } from './form.ts';
import type { Locale } from './locale.ts';
import { dataAttributes, hiddenInput } from './markup.ts';
import type { FieldError } from './problem.ts';
import { questionsForAnybody } from './questions.ts';
import { renderConsent } from './render-consent.ts';
import { renderField } from './render-field.ts';
import { ROUTES } from './routes.ts';

export interface RenderFormOptions {
  readonly form: Form;
  /** Entry id, e.g. `whitepapers/inline-gauging`. */
  readonly entry: string;
  readonly locale: Locale;
  /** Origin-relative path of the page that holds the form. */
  readonly page: string;
  /** The version of the page that holds the form, where several are shown. */
  readonly variant?: string | undefined;
  /** What the visitor had entered, by field name. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  /** By purpose id. */
  readonly consents?: Readonly<Record<string, unknown>> | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  /** What is still asked of a visitor who is known. */
  readonly known?: StillOpen | undefined;
  /** Where the visit came from, when the form is drawn again. */
  readonly hidden?:
    | {
        readonly landingUrl?: string | undefined;
        readonly referrer?: string | undefined;
        readonly landingVariant?: string | undefined;
      }
    | undefined;
}

export interface StillOpen {
  readonly fields: readonly Field[];
  readonly consents: readonly ConsentPurpose[];
}

/**
 * Draws a form as HTML; the site and the edge use the same one. An input's id is the path of its field
 * (`answers.email`, `consents.privacy`), so `#answers.email` leads to it.
 */
export function renderForm(options: RenderFormOptions): string {
  const { form, entry, locale, page, variant, known, hidden } = options;
  const facts = { form: form.id, entry, locale, page, variant, ...hidden };
  const asked = known ?? { fields: questionsForAnybody(form), consents: form.consents };
  const needsMark = [...asked.fields, ...asked.consents].some(({ required }) => required);
  return [
    `<form class="gate" action="${ROUTES.register}" method="post"${dataAttributes(scriptTexts(locale))}>`,
    ...Object.entries(facts).map(([name, value]) => (value ? hiddenInput(name, value) : '')),
    `<p class="trap" aria-hidden="true"><label for="website">${FORM_TEXTS.trap[locale]}</label>`,
    '<input id="website" name="website" type="text" tabindex="-1" autocomplete="off"></p>',
    known ? greeting(locale, needsMark) : '',
    needsMark ? `<p class="gate-note" aria-hidden="true">${FORM_TEXTS.requiredNote[locale]}</p>` : '',
    ...fields(asked, options),
    ...consents(asked, options),
    '<div class="gate-status" role="alert"></div>',
    `<button class="button" type="submit"><span>${escapeHtml(form.submit[locale])}</span></button>`,
    '</form>',
  ].join('');
}

/** Tells that somebody is recognised and never as whom; it may be another. */
function greeting(locale: Locale, isMoreNeeded: boolean): string {
  const text = FORM_TEXTS[isMoreNeeded ? 'knownFew' : 'knownOneClick'][locale];
  return (
    `<p class="known" data-known>${text} ` +
    `<button type="button" data-not-you>${FORM_TEXTS.notYou[locale]}</button></p>`
  );
}

function fields({ fields: asked }: StillOpen, { locale, values, errors }: RenderFormOptions): string[] {
  const typed = asked.filter((field) => field.type !== 'hidden' && field.type !== 'checkbox');
  return asked.map((field) =>
    renderField(field, {
      locale,
      value: values?.[field.name],
      error: messageOf(`answers.${field.name}`, errors),
      isLast: field === typed.at(-1),
    }),
  );
}

function consents(
  { consents: asked }: StillOpen,
  { locale, consents: given, errors }: RenderFormOptions,
): string[] {
  return asked.map((purpose) =>
    renderConsent(purpose, {
      locale,
      ticked: given?.[purpose.id] === true,
      error: messageOf(`consents.${purpose.id}`, errors),
    }),
  );
}

function messageOf(path: string, errors: readonly FieldError[] | undefined): string | undefined {
  return errors?.find((error) => error.field === path)?.message;
}

/** What the browser's script says, by the names it reads from `dataset`. */
function scriptTexts(locale: Locale): Record<string, string> {
  return {
    gate: '',
    busy: FORM_TEXTS.busy[locale],
    resend: FORM_TEXTS.resend[locale],
    'fix-one': FORM_TEXTS.fixOne[locale],
    'fix-many': FORM_TEXTS.fixMany[locale],
    unsent: FORM_TEXTS.unsent[locale],
    wait: FORM_TEXTS.wait[locale],
  };
}
