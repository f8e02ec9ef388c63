import type { Localized } from './locale.ts';

/** Stable; a client may act on it. */
export type FieldErrorCode =
  | 'required'
  | 'choice_required'
  | 'too_long'
  | 'invalid_text'
  | 'invalid_email'
  | 'invalid_mobile'
  | 'invalid_choice'
  | 'consent_required';

/**
 * What can be wrong with one value of a form. `{label}` and `{max}` are filled in. The browser shows the same
 * texts from the form's `data-` attributes before anything is sent.
 */
export const FIELD_ERRORS: Readonly<Record<FieldErrorCode, Localized>> = {
  required: { zh: '请填写{label}', en: 'Please enter: {label}' },
  choice_required: { zh: '请选择{label}', en: 'Please choose: {label}' },
  too_long: { zh: '{label}最多 {max} 个字', en: '{label}: at most {max} characters' },
  invalid_text: {
    zh: '{label}含有无法识别的字符，请删除后重试',
    en: '{label} contains characters we cannot store; please remove them',
  },
  invalid_email: {
    zh: '请输入完整的邮箱地址，例如 name@company.com',
    en: 'Please enter a full e-mail address, for example name@company.com',
  },
  invalid_mobile: {
    zh: '请输入 11 位手机号，或以 + 开头的国际号码',
    en: 'Please enter the number with its country code, for example +49 170 1234567',
  },
  invalid_choice: { zh: '请从列表中选择{label}', en: 'Please choose from the list: {label}' },
  consent_required: { zh: '请先勾选同意此项', en: 'Please tick this box to agree' },
};
