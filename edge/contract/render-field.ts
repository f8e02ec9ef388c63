import { fieldErrorMessage } from './field-error-message.ts';
import type { FieldErrorCode } from './field-errors.ts';
import { escapeHtml } from './fill-template.ts';
import { FORM_TEXTS } from './form-texts.ts';
import type { ChoiceField, EmailField, Field, MobileField, TextField } from './form.ts';
import type { Locale } from './locale.ts';
import { attribute, dataAttributes, errorParagraph, hiddenInput, spoken, star, tickBox } from './markup.ts';

export interface RenderFieldOptions {
  readonly locale: Locale;
  /** What the visitor had entered; of a wrong type it is left out. */
  readonly value: unknown;
  /** What is wrong with it, in the visitor's language. */
  readonly error: string | undefined;
  /** Whether the enter key of a phone's keyboard sends the form. */
  readonly isLast: boolean;
}

/** Draws one field with its label, hint, error and the texts the browser's script needs. */
export function renderField(field: Field, options: RenderFieldOptions): string {
  if (field.type === 'hidden') return hiddenInput(pathOf(field), field.value);
  const { locale, error } = options;
  const data = dataAttributes({ field: pathOf(field), ...errorTexts(field, locale) });
  return (
    `<div class="field field-${field.type}"${data}>${body(field, options)}` +
    `${errorParagraph(pathOf(field), error)}</div>`
  );
}

function body(field: Exclude<Field, { type: 'hidden' }>, options: RenderFieldOptions): string {
  if (field.type === 'multi-select') return checkboxGroup(field, options);
  if (field.type === 'checkbox') return singleCheckbox(field, options);
  const control = 'options' in field ? select(field, options) : input(field, options);
  const label = `<label for="${pathOf(field)}">${labelOf(field, options.locale)}</label>`;
  return label + hintOf(field, options.locale) + control;
}

function input(
  field: TextField | EmailField | MobileField,
  { locale, value, error, isLast }: RenderFieldOptions,
): string {
  const path = pathOf(field);
  const text = typeof value === 'string' ? value : '';
  const state =
    `${field.required ? ' required' : ''}${ariaOf(field, error)}` +
    (field.placeholder ? attribute('placeholder', field.placeholder[locale]) : '');
  if (field.type === 'textarea') {
    // A parser drops the first line break in a textarea, so one is given to be dropped.
    return `<textarea id="${path}" name="${path}" rows="4"${state}>\n${escapeHtml(text)}</textarea>`;
  }
  return (
    `<input id="${path}" name="${path}"${kindOf(field)}${state}` +
    ` enterkeyhint="${isLast ? 'send' : 'next'}"${attribute('value', text)}>`
  );
}

function kindOf(field: TextField | EmailField | MobileField): string {
  if (field.type === 'email') {
    return ' type="email" inputmode="email" autocomplete="email" spellcheck="false"';
  }
  if (field.type === 'mobile') return ' type="tel" inputmode="tel" autocomplete="tel"';
  const token = field.autocomplete ?? (field.type === 'company' ? 'organization' : undefined);
  return ` type="text"${token ? attribute('autocomplete', token) : ''}`;
}

function select(field: ChoiceField, { locale, value, error }: RenderFieldOptions): string {
  const path = pathOf(field);
  const prompt = field.placeholder?.[locale] ?? FORM_TEXTS.choose[locale];
  const options = field.options.map(
    (option) =>
      `<option${attribute('value', option.value)}${option.value === value ? ' selected' : ''}>` +
      `${escapeHtml(option.label[locale])}</option>`,
  );
  return (
    `<select id="${path}" name="${path}"${field.required ? ' required' : ''}${ariaOf(field, error)}>` +
    `<option value="">${escapeHtml(prompt)}</option>${options.join('')}</select>`
  );
}

function checkboxGroup(field: ChoiceField, { locale, value, error }: RenderFieldOptions): string {
  const path = pathOf(field);
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
  const boxes = field.options.map((option, index) =>
    tickBox(path, {
      id: index === 0 ? path : `${path}.${option.value}`,
      value: option.value,
      content: escapeHtml(option.label[locale]),
      state: chosen.includes(option.value) ? ' checked' : '',
    }),
  );
  const required = field.required ? spoken(FORM_TEXTS.requiredMark[locale]) : '';
  const described = ariaOf(field, error).replace(' aria-invalid="true"', '');
  return (
    `<fieldset${described}><legend>${labelOf(field, locale)}${required}</legend>` +
    `${hintOf(field, locale)}<div class="boxes">${boxes.join('')}</div></fieldset>`
  );
}

function singleCheckbox(field: Field, { locale, value, error }: RenderFieldOptions): string {
  const ticked = value === true || value === 'yes';
  const state = `${ticked ? ' checked' : ''}${field.required ? ' required' : ''}${ariaOf(field, error)}`;
  return tickBox(pathOf(field), { content: labelOf(field, locale), state }) + hintOf(field, locale);
}

function pathOf(field: Field): string {
  return `answers.${field.name}`;
}

function labelOf(field: Field, locale: Locale): string {
  return escapeHtml(field.label[locale]) + (field.required ? star() : '');
}

function hintOf(field: Field, locale: Locale): string {
  return field.hint ? `<p class="hint" id="${pathOf(field)}.hint">${escapeHtml(field.hint[locale])}</p>` : '';
}

function ariaOf(field: Field, error: string | undefined): string {
  const ids = field.hint ? `${pathOf(field)}.hint ${pathOf(field)}.error` : `${pathOf(field)}.error`;
  return `${error === undefined ? '' : ' aria-invalid="true"'} aria-describedby="${ids}"`;
}

/** The messages the browser shows before anything is sent: the same the server would answer. */
function errorTexts(field: Field, locale: Locale): Record<string, string> {
  const message = (code: FieldErrorCode): string => fieldErrorMessage(field, code, locale);
  const texts: Record<string, string> = {};
  if (field.required) {
    const isChosen = 'options' in field || field.type === 'checkbox';
    texts['required'] = message(isChosen ? 'choice_required' : 'required');
  }
  if (field.type === 'email') texts['invalid'] = message('invalid_email');
  if (field.type === 'mobile') texts['invalid'] = message('invalid_mobile');
  if ('maxLength' in field) {
    texts['max'] = String(field.maxLength);
    texts['too-long'] = message('too_long');
  }
  return texts;
}
