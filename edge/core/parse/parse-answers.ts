import type { FieldErrorCode } from '../../contract/field-errors.ts';
import { fieldErrorMessage } from '../../contract/field-error-message.ts';
import type { ChoiceField, Field, Form, TextField } from '../../contract/form.ts';
import type { Locale } from '../../contract/locale.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Answer, Answers } from '../../contract/registration.ts';
import { emailIdentity, normaliseEmail } from '../identity/normalise-email.ts';
import { normaliseMobile } from '../identity/normalise-mobile.ts';
import { cleanText, lengthOf } from './clean-text.ts';
import { isTick } from './parse-urlencoded.ts';

/** What a submission says of one form: the checked answers in the form's order, or all that is wrong with them. */
export type AnswersParser = (given: Readonly<Record<string, unknown>>, locale: Locale) => ParsedAnswers;

interface ParsedAnswers {
  readonly answers: Answers;
  readonly identities: readonly Identity[];
  readonly errors: readonly FieldError[];
}

/** Who it is, before it is made blind. */
export interface Identity {
  readonly kind: 'email' | 'mobile';
  readonly value: string;
}

/**
 * Prepares the check of one form. Answers to questions the form does not ask are left aside, not refused:
 * browser extensions and password managers add fields of their own, and no lead is to be lost to them.
 */
export function createAnswersParser(form: Form): AnswersParser {
  const checks = form.fields.map((field) => ({ field, check: checkOf(field) }));

  return function parseAnswers(given, locale) {
    const answers: Record<string, Answer> = {};
    const identities: Identity[] = [];
    const errors: FieldError[] = [];
    for (const { field, check } of checks) {
      const value = Object.hasOwn(given, field.name) ? given[field.name] : undefined;
      const result = check(value);
      if ('error' in result) {
        const message = fieldErrorMessage(field, result.error, locale);
        errors.push({ field: `answers.${field.name}`, code: result.error, message });
      } else if (result.answer !== undefined) {
        answers[field.name] = result.answer;
        const identity = identityOf(field, result.answer);
        if (identity) identities.push(identity);
      }
    }
    return { answers, identities, errors };
  };
}

/** `undefined` is an optional field left empty. */
type Checked = { readonly answer: Answer | undefined } | { readonly error: FieldErrorCode };

type Check = (value: unknown) => Checked;

function checkOf(field: Field): Check {
  switch (field.type) {
    case 'text':
    case 'company':
    case 'textarea':
      return checkText(field);
    case 'email':
      return checkNormalised(field, normaliseEmail, 'invalid_email');
    case 'mobile':
      return checkNormalised(field, normaliseMobile, 'invalid_mobile');
    case 'select':
      return checkSelect(field);
    case 'multi-select':
      return checkMultiSelect(field);
    case 'checkbox':
      return checkTick(field);
    case 'hidden':
      return () => ({ answer: field.value });
  }
}

function checkText(field: TextField): Check {
  const multiline = field.type === 'textarea';
  return (value) => {
    if (isAbsent(value)) return absence(field);
    const text = typeof value === 'string' ? cleanText(value, { multiline }) : null;
    if (text === null) return { error: 'invalid_text' };
    if (text === '') return absence(field);
    const isTooLong = text.length > field.maxLength && lengthOf(text) > field.maxLength;
    return isTooLong ? { error: 'too_long' } : { answer: text };
  };
}

function checkNormalised(
  field: Field,
  normalise: (text: string) => string | null,
  error: FieldErrorCode,
): Check {
  return (value) => {
    if (isAbsent(value)) return absence(field);
    if (typeof value !== 'string') return { error };
    const text = value.trim();
    if (text === '') return absence(field);
    const answer = normalise(text);
    return answer === null ? { error } : { answer };
  };
}

function checkSelect(field: ChoiceField): Check {
  const options = new Set<unknown>(field.options.map(({ value }) => value));
  return (value) => {
    if (isAbsent(value)) return absence(field);
    return options.has(value) ? { answer: value as string } : { error: 'invalid_choice' };
  };
}

function checkMultiSelect(field: ChoiceField): Check {
  const options = field.options.map(({ value }) => value);
  return (value) => {
    const given: readonly unknown[] = Array.isArray(value) ? value : [value];
    const chosen = given.filter((one) => !isAbsent(one));
    if (chosen.length === 0) return absence(field);
    if (!chosen.every((one) => options.some((option) => option === one))) return { error: 'invalid_choice' };
    return { answer: options.filter((option) => chosen.includes(option)) };
  };
}

function checkTick(field: Field): Check {
  return (value) => {
    const ticked = typeof value === 'string' ? isTick(value) : value === true;
    return field.required && !ticked ? { error: 'choice_required' } : { answer: ticked };
  };
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function absence(field: Field): Checked {
  if (!field.required) return { answer: undefined };
  return { error: 'options' in field ? 'choice_required' : 'required' };
}

function identityOf(field: Field, answer: Answer): Identity | null {
  if (typeof answer !== 'string') return null;
  if (field.type === 'email') return { kind: 'email', value: emailIdentity(answer) };
  return field.type === 'mobile' ? { kind: 'mobile', value: answer } : null;
}
