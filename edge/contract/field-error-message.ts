import { FIELD_ERRORS, type FieldErrorCode } from './field-errors.ts';
import type { Field } from './form.ts';
import type { Locale } from './locale.ts';

/**
 * The sentence that stands beside a field: the form's own `error` where it has one, else the stock message. What
 * a form's author can't foresee (too long, unreadable characters) always gets the stock message.
 */
export function fieldErrorMessage(field: Field, code: FieldErrorCode, locale: Locale): string {
  if (field.error && !UNFORESEEN.has(code)) return field.error[locale];
  const values = { label: field.label[locale], max: 'maxLength' in field ? String(field.maxLength) : '' };
  return FIELD_ERRORS[code][locale].replace(
    /\{(label|max)\}/g,
    (_, name: keyof typeof values) => values[name],
  );
}

const UNFORESEEN: ReadonlySet<FieldErrorCode> = new Set(['too_long', 'invalid_text']);
