import type { Localized } from './locale.ts';

/**
 * What `content/forms/<id>.yaml` says, after the build has checked it. The same object draws the HTML
 * (`render-form.ts`), validates a submission (`parse-answers.ts`) and names the pool's export columns.
 */
export interface Form {
  readonly id: string;
  readonly fields: readonly Field[];
  readonly consents: readonly ConsentPurpose[];
  /** The text on the button. */
  readonly submit: Localized;
  /** A submission sent sooner than this after the form was first touched is quarantined. Seconds. */
  readonly minSeconds: number;
  /** So many questions that need no answer are put to a known visitor at a time; 1 unless said. */
  readonly askAtOnce?: number | undefined;
}

/**
 * `first`: on the form, and answered once. `later`: kept for visitors who have registered before. `always`: belongs to
 * what is registered for, and is put each time.
 */
export const ASKS = ['first', 'later', 'always'] as const;

export type Ask = (typeof ASKS)[number];

interface FieldBase {
  /** The key in the answers and the column in exports: camelCase, unique within the form. */
  readonly name: string;
  readonly label: Localized;
  readonly hint?: Localized | undefined;
  readonly placeholder?: Localized | undefined;
  readonly required: boolean;
  /** When it is asked; `first` unless said. */
  readonly ask?: Ask | undefined;
  /** Replaces the stock message for a missing or wrong value. */
  readonly error?: Localized | undefined;
}

export interface TextField extends FieldBase {
  readonly type: 'text' | 'company' | 'textarea';
  /** In Unicode code points. */
  readonly maxLength: number;
  /** The `autocomplete` token, e.g. `name`, `organization`, `organization-title`. */
  readonly autocomplete?: string | undefined;
}

export interface EmailField extends FieldBase {
  readonly type: 'email';
}

export interface MobileField extends FieldBase {
  readonly type: 'mobile';
}

export interface ChoiceField extends FieldBase {
  readonly type: 'select' | 'multi-select';
  readonly options: readonly Option[];
}

export interface CheckboxField extends FieldBase {
  readonly type: 'checkbox';
}

/** A constant that travels with the submission; what the client sends in its place is ignored. */
export interface HiddenField extends FieldBase {
  readonly type: 'hidden';
  readonly value: string;
}

export type Field = TextField | EmailField | MobileField | ChoiceField | CheckboxField | HiddenField;

export interface Option {
  /** What is stored: kebab-case, never shown. */
  readonly value: string;
  readonly label: Localized;
}

export interface ConsentPurpose {
  /** kebab-case, e.g. `privacy`, `marketing`. */
  readonly id: string;
  /** The exact text beside the box; may hold one Markdown link `[…](…)`. */
  readonly text: Localized;
  /** A required purpose must be agreed to, or the submission is refused (no consent, no download). */
  readonly required: boolean;
  /** Changes whenever the text does; recorded with every consent. */
  readonly version: string;
}
